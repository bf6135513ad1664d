namespace Community.Imports;

/// <summary>Finds where a tag of HTML ends, as browsers do: only a value behind a sign of equality has quotes.</summary>
internal static class TagReader
{
    private const string Space = " \t\n\f\r";

    /// <param name="at">Behind the tag's name.</param>
    /// <returns>Behind its end; the text's length where it has none.</returns>
    public static int End(string html, int at)
    {
        while (at < html.Length)
        {
            at = Skip(html, at, " \t\n\f\r/");
            if (at < html.Length && html[at] == '>')
                return at + 1;

            // A name may begin with the sign itself.
            at = Skip(html, Until(html, at + 1, " \t\n\f\r/>="), Space);
            if (at < html.Length && html[at] == '=')
                at = Value(html, Skip(html, at + 1, Space));
        }

        return html.Length;
    }

    private static int Value(string html, int at)
    {
        if (at >= html.Length || html[at] is not ('"' or '\''))
            return Until(html, at, " \t\n\f\r>");
        var end = html.IndexOf(html[at], at + 1);
        return end < 0 ? html.Length : end + 1;
    }

    private static int Skip(string html, int at, string characters)
    {
        var length = at < html.Length ? html.AsSpan(at).IndexOfAnyExcept(characters) : -1;
        return length < 0 ? html.Length : at + length;
    }

    private static int Until(string html, int at, string characters)
    {
        var length = at < html.Length ? html.AsSpan(at).IndexOfAny(characters) : -1;
        return length < 0 ? html.Length : at + length;
    }
}
