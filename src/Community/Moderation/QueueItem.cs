using Community.Members;
using Community.Shared;

namespace Community.Moderation;

public enum Severity
{
    Low,
    Middle,
    High,
}

/// <summary>Something that waits for a moderator.</summary>
/// <param name="Since">When the first open report came, or the held post.</param>
/// <param name="Author">Who wrote it, or the reported member; null for nobody known.</param>
/// <param name="State">Null for a member.</param>
/// <param name="Notes">What the last reporters said.</param>
public sealed record QueueItem(
    ContentRef Content, int Weight, DateTimeOffset Since, ContentLine? Name, string Excerpt, MemberSummary? Author, ContentState? State,
    IReadOnlyDictionary<ReportReason, int> Reasons, IReadOnlyList<QueueNote> Notes)
{
    public bool IsHeld => State == ContentState.Held;

    public Severity Severity => Weight switch
    {
        >= QueueLimits.High => Severity.High,
        >= QueueLimits.Middle => Severity.Middle,
        _ => Severity.Low,
    };
}

public sealed record QueueNote(MemberSummary? Reporter, ReportReason Reason, string Note);

/// <summary>How much waits, and for how long.</summary>
public sealed record QueueSummary(int Reported, int Held, DateTimeOffset? Oldest)
{
    public int Waiting => Reported + Held;
}
