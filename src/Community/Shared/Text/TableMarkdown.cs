using AngleSharp.Dom;

namespace Community.Shared;

/// <summary>A table as pipes and dashes; the first row is its head, since Markdown knows no table without one.</summary>
internal static class TableMarkdown
{
    public static string Of(IElement table, InlineMarkdown inline, int depth)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table)
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Cell(inline.Of(cell.ChildNodes, depth))).ToList())
            .Where(row => row.Count > 0).ToList();
        if (rows.Count == 0)
            return "";

        var columns = rows.Max(row => row.Count);
        var lines = rows.Select(row => Line([.. row, .. Enumerable.Repeat("", columns - row.Count)])).ToList();
        lines.Insert(1, Line(Enumerable.Repeat("---", columns)));
        return string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();
}
