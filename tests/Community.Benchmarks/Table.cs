namespace Community.Benchmarks;

/// <summary>Prints one row of the budgets' table: what was measured, against what, and what is allowed.</summary>
internal static class Table
{
    public static void Head(string title) => Console.WriteLine($"\n{title}\n{new string('-', title.Length)}");

    public static void Row(string what, string figure, string reference = "", string budget = "") =>
        Console.WriteLine($"{what,-44} {figure,-28} {reference,-30} {budget}");

    /// <summary>The median of three runs of a measurement, by one figure of it.</summary>
    public static async Task<T> MedianOfThree<T>(Func<Task<T>> measure, Func<T, double> by)
    {
        var runs = new List<T>();
        for (var i = 0; i < 3; i++)
            runs.Add(await measure());
        return runs.OrderBy(by).ElementAt(1);
    }
}
