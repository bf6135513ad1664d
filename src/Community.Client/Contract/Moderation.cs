using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>Why something is reported.</summary>
[JsonConverter(typeof(OpenEnum<ReportReason>))]
public enum ReportReason
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Does not belong there.</summary>
    OffTopic,

    /// <summary>Hurts somebody.</summary>
    Unkind,

    /// <summary>Advertises.</summary>
    Spam,

    /// <summary>Against the law.</summary>
    Illegal,

    /// <summary>Something else; the note says what.</summary>
    Other,
}

/// <summary>A report.</summary>
/// <param name="Reason">Which kind of trouble.</param>
/// <param name="Note">For the moderators; needed with <see cref="ReportReason.Other"/>.</param>
public sealed record NewReport(ReportReason Reason, string? Note = null);

/// <summary>A report that was given.</summary>
/// <param name="Id">Opaque.</param>
public sealed record GivenReport(string Id);

/// <summary>What the staff can bring a post to.</summary>
[JsonConverter(typeof(OpenEnum<ContentState>))]
public enum ContentState
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Read by everybody who may read the topic.</summary>
    Visible,

    /// <summary>Waits for a moderator.</summary>
    Held,

    /// <summary>Hidden; can come back.</summary>
    Hidden,

    /// <summary>Taken away; can come back.</summary>
    Removed,
}

/// <summary>Brings a post to another state.</summary>
/// <param name="From">The state that the decision was made in; another one by now is a conflict.</param>
/// <param name="To">The wanted state.</param>
/// <param name="Reason">For the log.</param>
public sealed record StateChange(ContentState From, ContentState To, string Reason);

/// <summary>What kind of content something is.</summary>
[JsonConverter(typeof(OpenEnum<ContentKind>))]
public enum ContentKind
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary>A post.</summary>
    Post,

    /// <summary>A member.</summary>
    Member,

    /// <summary>A forum.</summary>
    Forum,

    /// <summary>The community itself.</summary>
    Site,

    /// <summary>An idea.</summary>
    Idea,

    /// <summary>A board of ideas.</summary>
    IdeaBoard,
}

/// <summary>Points at something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Opaque.</param>
/// <param name="Path">Its address inside the site, where it still has one.</param>
public sealed record Content(ContentKind Kind, string Id, string? Path);

/// <summary>What becomes of something in the queue.</summary>
[JsonConverter(typeof(OpenEnum<Decision>))]
public enum Decision
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Approves what was held, declines what was reported.</summary>
    Keep,

    /// <summary>Hides it.</summary>
    Hide,

    /// <summary>Takes it away.</summary>
    Remove,
}

/// <summary>Takes something off the queue.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Decision">What becomes of it.</param>
/// <param name="Reason">For the log.</param>
public sealed record QueueDecision(ContentKind Kind, string Id, Decision Decision, string Reason);

/// <summary>How much waits for a moderator.</summary>
/// <param name="Reported">Reported things.</param>
/// <param name="Held">Held posts.</param>
/// <param name="Oldest">Since when the oldest waits; null where nothing does.</param>
public sealed record QueueSummary(int Reported, int Held, DateTimeOffset? Oldest);

/// <summary>What somebody said who reported.</summary>
/// <param name="By">Null where the person is gone.</param>
/// <param name="Reason">Which kind of trouble.</param>
/// <param name="Note">May be empty.</param>
public sealed record ReportNote(Person? By, ReportReason Reason, string Note);

/// <summary>Something that waits for a moderator.</summary>
public sealed record QueueItem
{
    /// <summary>What it is.</summary>
    public required Content Content { get; init; }

    /// <summary>The higher, the more urgent.</summary>
    public required int Weight { get; init; }

    /// <summary>When the first open report came, or the held post.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The beginning of its plain text.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Who wrote it, or the reported member.</summary>
    public required Person? Author { get; init; }

    /// <summary>Null for a member.</summary>
    public required ContentState? State { get; init; }

    /// <summary>How many open reports of each kind.</summary>
    public required IReadOnlyDictionary<ReportReason, int> Reasons { get; init; }

    /// <summary>What the last reporters said.</summary>
    public required IReadOnlyList<ReportNote> Notes { get; init; }
}

/// <summary>An act of the staff.</summary>
public sealed record LogEntry
{
    /// <summary>From 1, dense.</summary>
    public required long Number { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Such as <c>hide-post</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required Content Subject { get; init; }

    /// <summary>Who did it; null for the system and where the content of the entry was erased.</summary>
    public required Person? By { get; init; }

    /// <summary>Whom it concerns, where that is not the subject.</summary>
    public required Person? Member { get; init; }

    /// <summary>What was given as the reason.</summary>
    public required string? Reason { get; init; }

    /// <summary>The entry that this one took back.</summary>
    public required long? Undoes { get; init; }

    /// <summary>The entry that took this one back.</summary>
    public required long? UndoneBy { get; init; }

    /// <summary>Whether it can be taken back now.</summary>
    public required bool CanUndo { get; init; }
}
