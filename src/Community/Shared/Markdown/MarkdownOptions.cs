namespace Community.Shared.Markdown;

/// <summary>How one text is rendered. Immutable; start from <see cref="Post"/> or <see cref="Document"/> and use <c>with</c>.</summary>
public sealed record MarkdownOptions
{
    private static readonly IReadOnlySet<string> NoHosts = new HashSet<string>();

    /// <summary>What members write: headings from h3.</summary>
    public static MarkdownOptions Post { get; } = new();

    /// <summary>What staff publish as a page of its own (rules, terms): headings from h2, links of ours count as followed.</summary>
    public static MarkdownOptions Document { get; } = new() { TopHeading = 2, Nofollow = false };

    /// <summary>The level (1 to 6) that <c>#</c> becomes; deeper ones follow and stop at 6.</summary>
    public int TopHeading { get; init; } = 3;

    /// <summary>Images become links to the picture, as for members who are too new to embed.</summary>
    public bool ImagesAsLinks { get; init; }

    /// <summary>Foreign links carry <c>nofollow</c>; trusted authors may be spared it.</summary>
    public bool Nofollow { get; init; } = true;

    /// <summary>Host names (lower case, without port) that are this site: links to them are not foreign.</summary>
    public IReadOnlySet<string> SiteHosts { get; init; } = NoHosts;

    /// <summary>Gives the handle as its owner writes it, or null where nobody has it. Asked without the @. By default nobody is known.</summary>
    public Func<string, string?> FindHandle { get; init; } = _ => null;

    /// <summary>Finds the quoted post, or null where there is none to link to. Without it an id is trusted and no other quote is linked.</summary>
    public Func<QuoteSource, QuotedPost?>? FindQuoted { get; init; }

    /// <summary>Pixels of an image by its address, so that the page does not jump when it loads; null where unknown.</summary>
    public Func<string, (int Width, int Height)?>? ImageSize { get; init; }

    /// <summary>UTF-16 units above which a text is refused as too complex. Twice what a post may hold as escaped code, so never in a member's way.</summary>
    public int MaxLength { get; init; } = 200_000;

    internal Dialect Dialect { get; init; }

    /// <summary>These options, knowing exactly these handles (compared without case).</summary>
    public MarkdownOptions WithHandles(IEnumerable<string> handles)
    {
        var known = new HashSet<string>(handles, StringComparer.OrdinalIgnoreCase);
        return this with { FindHandle = handle => known.TryGetValue(handle, out var own) ? own : null };
    }
}

/// <summary>What a quote says about its origin: our own form has the id, Discourse's the name and, often, numbers in the old system.</summary>
public sealed record QuoteSource(long? PostId, string? Name, int? PostNumber, long? TopicNumber)
{
    /// <summary>Stands beside the name where that is one that the author shows.</summary>
    public string? UserName { get; init; }
}

/// <summary>A post that may be quoted: its id and the name of its author today.</summary>
public sealed record QuotedPost(long Id, string Name);

/// <summary>Plain is CommonMark without any of our rules, for measuring against the specification; it is not safe to publish.</summary>
internal enum Dialect
{
    Forum,
    Plain,
}
