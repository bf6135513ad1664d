using Community.Discussions;
using Community.Members;

namespace Community.Forums;

/// <summary>A topic as a line of a list.</summary>
public sealed record TopicSummary
{
    public required long Id { get; init; }

    public required long Number { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public required string? Language { get; init; }

    public required ForumSummary Forum { get; init; }

    public required MemberSummary Author { get; init; }

    public required MemberSummary LastPoster { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastPostAt { get; init; }

    public required int ReplyCount { get; init; }

    public required int LastNumber { get; init; }

    public required long LastPostId { get; init; }

    /// <summary>The number of the last post that everybody may read.</summary>
    public required int LastVisibleNumber { get; init; }

    public required bool IsPinned { get; init; }

    public required bool IsLocked { get; init; }

    public required bool IsSolved { get; init; }

    public required double? Hot { get; init; }

    public IReadOnlyList<TagSummary> Tags { get; init; } = [];

    /// <summary>Whether the reader tracks or watches it, or its forum: then it is news however old.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>How many posts came since the reader was here; 0 for all read, null for never opened or a visitor.</summary>
    public int? NewPosts { get; init; }
}
