using System.Globalization;

namespace Community.Benchmarks;

/// <summary>The budgets' table: what was measured, against what, what is allowed, and whether it holds.</summary>
internal static class Table
{
    private static readonly List<string> Rows = [];
    private static string part = "";

    public static void Head(string title)
    {
        part = title;
        Console.WriteLine($"\n{title}\n{new string('-', title.Length)}");
    }

    /// <param name="what">Such as <c>visitor, from the cache</c>.</param>
    /// <param name="figure">With its unit.</param>
    /// <param name="reference">The ratio to what was measured beside it in the same run.</param>
    /// <param name="budget">What is allowed.</param>
    /// <param name="holds">Null for what has no budget.</param>
    public static void Row(string what, string figure, string reference = "", string budget = "", bool? holds = null)
    {
        var verdict = holds switch { true => "holds", false => "MISSED", null => "" };
        Console.WriteLine($"{what,-44} {figure,-28} {reference,-30} {budget,-30} {verdict}");
        Rows.Add($"| {part} | {what} | {figure} | {reference} | {budget} | {verdict} |");
    }

    /// <summary>Everything measured so far as one table in Markdown, under a line about the machine.</summary>
    public static void PrintWhole()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Measured on {Machine.Describe()}\n"));
        Console.WriteLine("| part | what | measured | beside the reference | budget | |\n|---|---|---|---|---|---|");
        foreach (var row in Rows)
            Console.WriteLine(row);
    }

    /// <summary>The median of three runs of a measurement, by one figure of it.</summary>
    public static async Task<T> MedianOfThree<T>(Func<Task<T>> measure, Func<T, double> by)
    {
        var runs = new List<T>();
        for (var i = 0; i < 3; i++)
            runs.Add(await measure());
        return runs.OrderBy(by).ElementAt(1);
    }
}
