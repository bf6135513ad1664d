using Community.Discussions;
using Community.Discussions.Following;
using Community.Members;

namespace Community.Forums;

/// <summary>What a topic's page says about the topic itself.</summary>
public sealed record TopicHead
{
    public required long Id { get; init; }

    public required long Number { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public required string? Language { get; init; }

    public required ForumSummary Forum { get; init; }

    public required ForumSummary? Parent { get; init; }

    /// <summary>Who may know of the forum above; null where there is none.</summary>
    public string? ParentAudience { get; init; }

    /// <summary>What the forum lets members do.</summary>
    public required ForumStanding ForumStanding { get; init; }

    public required long AuthorId { get; init; }

    public required MemberSummary Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required PostState State { get; init; }

    public required string Audience { get; init; }

    public required bool IsPinned { get; init; }

    public required bool IsLocked { get; init; }

    public bool IsLive { get; init; }

    public bool IsReadOnly { get; init; }

    public int? SlowSeconds { get; init; }

    public DateTimeOffset? SlowUntil { get; init; }

    public required long? AnswerPostId { get; init; }

    public required int ReplyCount { get; init; }

    public required int LastNumber { get; init; }

    public required long LastPostId { get; init; }

    /// <summary>The number of the last post that everybody may read: what was removed after it is no news.</summary>
    public required int LastVisibleNumber { get; init; }

    public required long ChangeNumber { get; init; }

    public required DateTimeOffset LastPostAt { get; init; }

    /// <summary>Whether anybody may read it, and so search engines and feeds.</summary>
    public bool IsPublic => State == PostState.Visible && Audience == Shared.Audience.Everyone;

    public int LastPage => DiscussionLimits.PageOf(LastNumber);
}

/// <summary>A topic without its posts, as a certain reader sees it.</summary>
/// <param name="Head">About the topic.</param>
/// <param name="Tags">In the author's order.</param>
/// <param name="ReadUpTo">The number that the member had read up to; null for a visitor and on a first visit.</param>
public sealed record TopicOverview(TopicHead Head, IReadOnlyList<TagSummary> Tags, int? ReadUpTo)
{
    /// <summary>The members who host a live thread.</summary>
    public IReadOnlyList<MemberSummary> Hosts { get; init; } = [];

    /// <summary>How much the member wants to hear of it.</summary>
    public FollowLevel Level { get; init; } = FollowLevel.Normal;
}

/// <summary>A page of a topic as a certain reader sees it.</summary>
/// <param name="Head">About the topic.</param>
/// <param name="Posts">Those of the page, in order, tombstones in their places.</param>
/// <param name="Page">From 1.</param>
/// <param name="Tags">In the author's order.</param>
/// <param name="Participants">Who wrote most lately.</param>
/// <param name="ReadUpTo">The number that the member had read up to; null for a visitor and on a first visit.</param>
public sealed record TopicView(
    TopicHead Head, IReadOnlyList<PostView> Posts, int Page, IReadOnlyList<TagSummary> Tags, IReadOnlyList<MemberSummary> Participants, int? ReadUpTo)
{
    /// <summary>The lowest number of the page.</summary>
    public int Start => ((Page - 1) * DiscussionLimits.PostsPerPage) + 1;

    /// <summary>The highest number that the page holds once it is full.</summary>
    public int End { get; init; }

    /// <summary>The members who host a live thread.</summary>
    public IReadOnlyList<MemberSummary> HostPeople { get; init; } = [];

    /// <summary>Their ids.</summary>
    public IReadOnlyList<long> Hosts => [.. HostPeople.Select(h => h.Id)];

    /// <summary>When the member may write again in a live thread that is slow; null where nothing holds them back.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>The first number that this member has not read; null where there is none.</summary>
    public int? FirstUnread => ReadUpTo is { } read && read < Head.LastVisibleNumber ? read + 1 : null;

    /// <summary>Where the member goes on: at the first unread, or at the end where all is read and longer than a page; null for the top. A live thread keeps its readers at its end by itself.</summary>
    public int? GoesOnAt => FirstUnread is { } unread
        ? unread > 1 ? unread : null
        : ReadUpTo is not null && !Head.IsLive && DiscussionLimits.PageOf(Head.LastVisibleNumber) > 1 ? Head.LastVisibleNumber : null;

    /// <summary>The line above what came since the last visit: at <see cref="FirstUnread"/>, and where all is read where it was, for as long as the visit lasts.</summary>
    public int? NewFrom { get; init; }

    /// <summary>How much the member wants to hear of it.</summary>
    public FollowLevel Level { get; init; } = FollowLevel.Normal;
}
