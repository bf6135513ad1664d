using Community.Members;

namespace Community.Forums;

/// <summary>A post as an entry of a feed.</summary>
public sealed record FeedPost
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string Html { get; init; }

    public required string? Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? EditedAt { get; init; }

    /// <summary>Null for a gap of an import.</summary>
    public required MemberSummary? Author { get; init; }

    public required long TopicNumber { get; init; }

    public required string TopicSlug { get; init; }

    public required string TopicTitle { get; init; }

    public required ForumSummary Forum { get; init; }

    public DateTimeOffset UpdatedAt => EditedAt ?? CreatedAt;
}
