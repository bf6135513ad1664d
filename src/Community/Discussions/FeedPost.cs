using Community.Members;
using Community.Shared;

namespace Community.Discussions;

/// <summary>The newest posts of a place, newest first.</summary>
/// <param name="Name">What the place is called; null for the whole community.</param>
/// <param name="Description">Empty where nobody described it.</param>
/// <param name="Language">That of a name which a member wrote; null where it is the house's or not known.</param>
/// <param name="Posts">Only what the reader may see.</param>
public sealed record Feed(LocalizedText? Name, LocalizedText Description, string? Language, IReadOnlyList<FeedPost> Posts)
{
    public const int Size = 30;

    /// <summary>This one with what is new elsewhere in it.</summary>
    public Feed With(IReadOnlyList<FeedPost> others) => this with { Posts = [.. Posts.Concat(others).OrderByDescending(p => p.Id).Take(Size)] };
}

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

    /// <summary>What it stands under.</summary>
    public required ContentKind Kind { get; init; }

    public required long SubjectNumber { get; init; }

    public required string SubjectSlug { get; init; }

    public required string SubjectTitle { get; init; }

    /// <summary>The address of the forum or board.</summary>
    public required string PlaceSlug { get; init; }

    public required LocalizedText PlaceName { get; init; }

    public DateTimeOffset UpdatedAt => EditedAt ?? CreatedAt;
}
