namespace Community.Web.Ui;

/// <summary>Which pages a pager names: the first, the last and those around where one is. Null stands for what is left out.</summary>
public static class PageNumbers
{
    private const int Beside = 2;

    public static IEnumerable<int?> Around(int page, int last)
    {
        var named = Enumerable.Range(page - Beside, (2 * Beside) + 1).Append(1).Append(last).Where(n => n >= 1 && n <= last).Distinct().Order();
        var before = 0;
        foreach (var number in named)
        {
            // A single one left out takes as much room as its number.
            if (number - before == 2)
                yield return number - 1;
            else if (number - before > 2)
                yield return null;
            yield return before = number;
        }
    }
}
