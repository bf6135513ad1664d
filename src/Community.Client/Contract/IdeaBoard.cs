using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>How far an idea has come.</summary>
[JsonConverter(typeof(OpenEnum<IdeaStatus>))]
public enum IdeaStatus
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Read by everybody; takes votes once the team has opened it.</summary>
    Submitted,

    /// <summary>Waits for a moderator.</summary>
    Held,

    /// <summary>Takes votes.</summary>
    Open,

    /// <summary>The team thinks about it.</summary>
    UnderReview,

    /// <summary>It will come.</summary>
    Planned,

    /// <summary>It is being made.</summary>
    InProgress,

    /// <summary>It is there.</summary>
    Shipped,

    /// <summary>It will not come.</summary>
    Declined,

    /// <summary>Told together with another idea.</summary>
    Merged,

    /// <summary>Closed because nothing came of it.</summary>
    Expired,
}

/// <summary>A place for ideas, with rules of its own.</summary>
public sealed record IdeaBoard
{
    /// <summary>Opaque and lasting; a slug may change.</summary>
    public required string Id { get; init; }

    /// <summary>Stands in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>In both languages.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is asked of an idea.</summary>
    public required LocalizedText Rules { get; init; }

    /// <summary>One of twelve hues, 0 to 11.</summary>
    public required int Hue { get; init; }

    /// <summary>Who reads it: <c>everyone</c>, <c>members</c>, <c>trusted</c>, <c>staff</c> or <c>moderators</c>.</summary>
    public required string ReadAudience { get; init; }

    /// <summary>Who submits to it; <c>nobody</c> is possible, <c>everyone</c> is not.</summary>
    public required string SubmitAudience { get; init; }

    /// <summary>The statuses that the team gives here, beside open: of <c>underReview</c>, <c>planned</c>, <c>inProgress</c>, <c>shipped</c>, <c>declined</c> and <c>expired</c>.</summary>
    public required IReadOnlyList<IdeaStatus> Statuses { get; init; }

    /// <summary>Whether a vote here is one of the few that a member has at a time.</summary>
    public required bool HasBudget { get; init; }

    /// <summary>Whether everybody sees who backs an idea.</summary>
    public required bool ShowsBackers { get; init; }

    /// <summary>Whether an idea takes no votes before the team has opened it.</summary>
    public required bool ReviewsFirst { get; init; }

    /// <summary>Within how many days the team means to answer; null for no promise.</summary>
    public required int? AnswerDays { get; init; }

    /// <summary>Takes no new ideas, votes or comments.</summary>
    public required bool IsArchived { get; init; }

    /// <summary>Visible ideas, those that were merged into others not counted.</summary>
    public required int IdeaCount { get; init; }

    /// <summary>How soon its ideas are answered.</summary>
    public required AnswerClock Clock { get; init; }
}

/// <summary>How soon the ideas of a board are answered.</summary>
/// <param name="UsuallySeconds">The median from an idea to its first official answer, over the last ones answered; null where too few were.</param>
/// <param name="Waiting">Open ideas without an official answer.</param>
/// <param name="Overdue">Those of them that wait longer than the board promises.</param>
public sealed record AnswerClock(long? UsuallySeconds, int Waiting, int Overdue);
