using Community.Data;
using Community.Shared;

namespace Community.Moderation;

public enum ReportReason
{
    OffTopic,
    Unkind,
    Spam,
    Illegal,
    Other,
}

public enum ReportState
{
    Open,
    Upheld,
    Declined,
}

/// <summary>A member's word that something should be looked at.</summary>
public sealed class Report : Entity
{
    public required ContentKind SubjectKind { get; init; }

    public required long SubjectId { get; init; }

    public required long ReporterId { get; init; }

    public required ReportReason Reason { get; init; }

    public string Note { get; init; } = "";

    /// <summary>How much the reporter's word counted when it was given.</summary>
    public required int Weight { get; init; }

    public required DateTimeOffset At { get; init; }

    public ReportState State { get; private set; }

    public long? HandledBy { get; private set; }

    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>The entry of the log with the decision; taking that back opens the report again.</summary>
    public long? HandledIn { get; private set; }

    public void Handle(ReportState outcome, long? by, DateTimeOffset at, long entry) =>
        (State, HandledBy, HandledAt, HandledIn) = (outcome, by, at, entry);

    public void Reopen() => (State, HandledBy, HandledAt, HandledIn) = (ReportState.Open, null, null, null);
}
