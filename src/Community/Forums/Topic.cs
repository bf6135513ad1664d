using Community.Data;
using Community.Discussions;

namespace Community.Forums;

/// <summary>A topic of a forum; its posts stand in the discussion with the same id.</summary>
public sealed class Topic : Entity
{
    /// <summary>The public number, in the address.</summary>
    public required long Number { get; init; }

    public required long ForumId { get; set; }

    public required string Title { get; set; }

    public required string Slug { get; set; }

    public string? Language { get; set; }

    public required long AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The state of post 1; a topic is seen while that is visible.</summary>
    public PostState State { get; set; }

    /// <summary>The forum's read audience, copied so that every list has it in its index.</summary>
    public required string Audience { get; set; }

    public bool IsPinned { get; set; }

    public bool IsLocked { get; set; }

    /// <summary>A live thread: its readers stay at its end, and the three below count.</summary>
    public bool IsLive { get; set; }

    /// <summary>Only its hosts and the moderators write.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>The shortest time between two posts of one member.</summary>
    public int? SlowSeconds { get; set; }

    /// <summary>When that ends by itself.</summary>
    public DateTimeOffset? SlowUntil { get; set; }

    public long? AnswerPostId { get; set; }

    /// <summary>Visible replies, the opening not included.</summary>
    public int ReplyCount { get; set; }

    /// <summary>Views as the source of an import counted them.</summary>
    public int ImportedViews { get; init; }

    public required long LastPostId { get; set; }

    public required DateTimeOffset LastPostAt { get; set; }

    public required long LastPosterId { get; set; }

    /// <summary>Log-sum-exp of the reactions' times (DESIGN: hot, time-invariant); null without reactions.</summary>
    public double? Hot { get; set; }

    public void Happened(IEvent happened) => Raise(happened);
}
