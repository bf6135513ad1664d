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

    public required DateTimeOffset At { get; init; }

    public ReportState State { get; set; }

    public long? HandledBy { get; set; }

    public DateTimeOffset? HandledAt { get; set; }
}
