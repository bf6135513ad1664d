using System.Text;

namespace Community.Discussions;

/// <summary>A quote holds its author's own words, not those that they quoted. A quote whose end was forgotten ends with its paragraph.</summary>
internal static class QuoteText
{
    public static string WithoutQuotes(string body)
    {
        var text = new StringBuilder(body.Length);
        var depth = 0;
        var lines = body.Split('\n');
        var ends = lines.Count(IsEnd);
        foreach (var line in lines)
        {
            var tag = line.TrimStart();
            if (tag.Length == 0)
                depth = Math.Min(depth, ends);
            if (tag.StartsWith("[quote", StringComparison.OrdinalIgnoreCase))
                depth++;
            else if (IsEnd(line))
                (depth, ends) = (Math.Max(0, depth - 1), ends - 1);
            else if (depth == 0)
                text.Append(line).Append('\n');
        }

        return text.ToString().Trim();
    }

    private static bool IsEnd(string line) => line.TrimStart().StartsWith("[/quote]", StringComparison.OrdinalIgnoreCase);
}
