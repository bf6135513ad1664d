namespace Community.Shared.Markdown;

/// <summary>The result of rendering. All lists are in the order of the text.</summary>
public sealed record RenderedMarkdown
{
    /// <summary>Safe to send as it is under a policy without inline styles. Where <see cref="Problem"/> is set: the source, escaped.</summary>
    public required string Html { get; init; }

    /// <summary>The author's own words without markup and without attributed quotes, blocks on lines of their own; for excerpts, search and language.</summary>
    public required string PlainText { get; init; }

    /// <summary>Handles of known members, once each, not those inside code, links or quotes.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Ids of the posts quoted, once each.</summary>
    public IReadOnlyList<long> QuotedPostIds { get; init; } = [];

    public IReadOnlyList<RenderedLink> Links { get; init; } = [];

    public IReadOnlyList<RenderedImage> Images { get; init; } = [];

    public IReadOnlyList<RenderedHeading> Headings { get; init; } = [];

    /// <summary>Invalid with code "text-too-complex" when the text was not rendered; nothing but the escaped source is filled in then.</summary>
    public Problem? Problem { get; init; }
}

/// <param name="Url">As it stands in the page; host in punycode.</param>
/// <param name="Text">What the reader sees.</param>
/// <param name="Host">Null for addresses inside this site and for mail.</param>
public sealed record RenderedLink(string Url, string Text, string? Host, bool IsForeign);

/// <param name="Url">http(s), or an address under /media/.</param>
public sealed record RenderedImage(string Url, string Alt, bool IsForeign);

/// <param name="Level">As emitted: 2 to 6.</param>
public sealed record RenderedHeading(int Level, string Text);

/// <summary>What a text refers to, before it is known whether it exists.</summary>
public sealed record MarkdownReferences(IReadOnlyList<string> Handles, IReadOnlyList<QuoteSource> Quotes);
