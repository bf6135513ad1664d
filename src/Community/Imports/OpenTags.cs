namespace Community.Imports;

/// <summary>
/// Counts the tags that are open at once, never fewer than a parser has: an end tag closes what was opened last, under the same name. Where
/// it takes a whole parser to tell a tag from text, nothing closes any more.
/// </summary>
internal sealed class OpenTags(string html)
{
    // They end by themselves or have no content, and end a drawing that they stand in.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "dd", "dt", "br", "hr", "img", "embed", "meta" };

    // Those do outside of drawings.
    private static readonly HashSet<string> FlatInText = new(StringComparer.OrdinalIgnoreCase)
    {
        "tr", "td", "th", "tbody", "thead", "tfoot", "option", "input", "wbr", "col", "source", "track", "area", "base", "link",
    };

    private static readonly HashSet<string> Drawn = new(StringComparer.OrdinalIgnoreCase) { "svg", "g", "path", "use", "circle", "ellipse", "rect", "line", "polyline", "polygon" };

    // What is in them is text, but not everywhere.
    private static readonly HashSet<string> Verbatim = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext" };

    private readonly Stack<string> open = new();
    private int drawings;
    private int unclosed;
    private bool isUnclear;

    public bool AreMoreThan(int most)
    {
        var at = html.IndexOf('<');
        while (at >= 0 && open.Count + unclosed <= most)
        {
            var next = Read(at + 1);
            at = next < html.Length ? html.IndexOf('<', next) : -1;
        }

        return open.Count + unclosed > most;
    }

    private bool Is(int at, string text) => string.CompareOrdinal(html, at, text, 0, text.Length) == 0;

    // All return where to go on.
    private int Read(int at)
    {
        var isEnd = Is(at, "/");
        var start = isEnd ? at + 1 : at;
        if (start < html.Length && char.IsAsciiLetter(html[start]))
            return Tag(start, isEnd);
        if (isUnclear || !(isEnd || Is(at, "!") || Is(at, "?")))
            return at;
        if (Is(at, "!--"))
            return Math.Min(Behind("-->", at + 1), Behind("--!>", at + 1));
        isUnclear = Is(at, "![CDATA[");
        return isUnclear ? at : Behind(">", at);
    }

    private int Tag(int start, bool isEnd)
    {
        var length = html.AsSpan(start).IndexOfAny(" \t\n\f\r/>");
        var name = length < 0 ? html[start..] : html.Substring(start, length);
        if (isUnclear)
        {
            unclosed += isEnd || Flat.Contains(name) ? 0 : 1;
            return start;
        }

        var end = TagReader.End(html, start + name.Length);
        isUnclear = name.Equals("math", StringComparison.OrdinalIgnoreCase) || (drawings > 0 && !Drawn.Contains(name));
        if (isEnd)
            Close(name);
        else if (!Flat.Contains(name) && (isUnclear || !FlatInText.Contains(name)))
            Open(name, end);
        return end;
    }

    private void Open(string name, int end)
    {
        open.Push(name);
        drawings += name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (!Verbatim.Contains(name) || end >= html.Length)
            return;
        var next = html.IndexOf('<', end);
        isUnclear |= next >= 0 && !(Is(next + 1, "/") && html.AsSpan(next + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    private void Close(string name)
    {
        if (isUnclear || !open.TryPeek(out var last) || !last.Equals(name, StringComparison.OrdinalIgnoreCase))
            return;
        open.Pop();
        drawings -= name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    private int Behind(string text, int at)
    {
        var found = html.IndexOf(text, at, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + text.Length;
    }
}
