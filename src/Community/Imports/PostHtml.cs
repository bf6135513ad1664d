namespace Community.Imports;

/// <summary>How large the HTML of a post may be. Real ones have a hundredth of it; reading it takes time by its length times its depth.</summary>
internal static class PostHtml
{
    public const int MaxLength = 1 << 20;
    public const int MaxDepth = 1_000;

    // What ends by itself, or has no content.
    private static readonly HashSet<string> NeverDeep = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "br", "hr", "img", "input", "wbr", "col", "source", "track", "area", "base", "link", "meta", "embed",
        "path", "use", "circle", "rect", "line", "polygon",
    };

    /// <summary>Counts the tags that are open at once, before a parser does: it takes the longer the more there are.</summary>
    public static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var neverDeep = NeverDeep.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var isEnd = at + 1 < html.Length && html[at + 1] == '/';
            var name = NameAt(html.AsSpan(at + (isEnd ? 2 : 1)));
            if (name.IsEmpty || neverDeep.Contains(name))
                continue;
            names.TryGetValue(name, out var known);
            if (isEnd && known == 0)
                continue;
            names[name] = known + (isEnd ? -1 : 1);
            depth += isEnd ? -1 : 1;
            if (depth > MaxDepth)
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return [];
        var end = text.IndexOfAny(" \t\n\f\r/>");
        return end < 0 ? text : text[..end];
    }
}
