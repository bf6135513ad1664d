using System.Text;

namespace Community.Discussions;

/// <summary>A quote holds its author's own words, not those that they quoted.</summary>
internal static class QuoteText
{
    public static string WithoutQuotes(string body)
    {
        var text = new StringBuilder(body.Length);
        var depth = 0;
        foreach (var line in body.Split('\n'))
        {
            var tag = line.TrimStart();
            if (tag.StartsWith("[quote", StringComparison.OrdinalIgnoreCase))
                depth++;
            else if (tag.StartsWith("[/quote]", StringComparison.OrdinalIgnoreCase))
                depth = Math.Max(0, depth - 1);
            else if (depth == 0)
                text.Append(line).Append('\n');
        }

        return text.ToString().Trim();
    }
}
