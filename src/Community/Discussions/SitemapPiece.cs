namespace Community.Discussions;

/// <summary>Subjects that anybody may read, by their public numbers.</summary>
public sealed record SitemapPiece(IReadOnlyList<SitemapSubject> Subjects)
{
    /// <summary>A fifth of what the protocol allows, so that a piece stays far below its size in bytes too.</summary>
    public const int Size = 10_000;
}

public sealed record SitemapSubject(long Number, string Slug, DateTimeOffset ChangedAt);
