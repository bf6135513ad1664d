namespace Community.Imports;

/// <summary>How large the HTML of a post may be. Real ones have a hundredth of it; reading it takes time by its length times its depth.</summary>
internal static class PostHtml
{
    public const int MaxLength = 1 << 20;
    public const int MaxDepth = 1_000;

    /// <summary>Finds whether more tags are open at once than there may be, before a parser does: it takes the longer the more there are.</summary>
    public static bool IsTooDeep(string html) => new OpenTags(html).AreMoreThan(MaxDepth);
}
