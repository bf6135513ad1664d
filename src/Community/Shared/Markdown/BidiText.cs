namespace Community.Shared.Markdown;

/// <summary>Characters that change the order in which a line is shown.</summary>
internal static class BidiText
{
    /// <summary>True where words reorder what stands beside them, so that they must be isolated.</summary>
    public static bool IsReordered(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\u202A', '\u202E') >= 0 || text.IndexOfAnyInRange('\u2066', '\u2069') >= 0;
}
