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

/// <summary>What an administrator chooses about a board.</summary>
/// <param name="Slug">Stands in its address: small Latin letters, digits and single hyphens.</param>
/// <param name="Name">At least one language.</param>
/// <param name="Rules">What is asked of an idea; may be left out.</param>
/// <param name="Hue">0 to 11.</param>
/// <param name="ReadAudience">Who reads it.</param>
/// <param name="SubmitAudience">Who submits to it.</param>
/// <param name="Statuses">The statuses that the team gives here, beside open.</param>
/// <param name="HasBudget">Whether a vote here is one of the few that a member has at a time.</param>
/// <param name="ShowsBackers">Whether everybody sees who backs an idea.</param>
/// <param name="ReviewsFirst">Whether an idea takes no votes before the team has opened it.</param>
/// <param name="AnswerDays">Within how many days the team means to answer, 1 to 365; null for no promise.</param>
public sealed record IdeaBoardSettings(
    string Slug, LocalizedText Name, LocalizedText? Rules, int Hue, string ReadAudience, string SubmitAudience,
    IReadOnlyList<IdeaStatus> Statuses, bool HasBudget, bool ShowsBackers, bool ReviewsFirst, int? AnswerDays);

/// <summary>Puts a board elsewhere among the others.</summary>
/// <param name="Position">From 0.</param>
public sealed record BoardPosition(int Position);

/// <summary>What became of a board that was to be deleted.</summary>
/// <param name="IsArchived">Whether it is still there, archived, because it holds ideas.</param>
public sealed record DeletedBoard(bool IsArchived);

/// <summary>How soon the ideas of a board are answered.</summary>
/// <param name="UsuallySeconds">The median from an idea to its first official answer, over the last ones answered; null where too few were.</param>
/// <param name="Waiting">Open ideas without an official answer.</param>
/// <param name="Overdue">Those of them that wait longer than the board promises.</param>
public sealed record AnswerClock(long? UsuallySeconds, int Waiting, int Overdue);
