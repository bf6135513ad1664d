using Community.Data;

namespace Community.Shared;

/// <summary>
/// Somebody used a right that others lack. Raised by every staff act in any capability, so that the log is written in
/// the same transaction without that capability knowing of the log.
/// </summary>
/// <param name="By">The acting member; null for the system.</param>
/// <param name="Action">Kebab-case, such as <c>hide-post</c>; the log shows a sentence for it.</param>
/// <param name="Subject">What was acted on.</param>
/// <param name="MemberId">Whom it concerns, where that is not the subject.</param>
/// <param name="Reason">What the person gave as the reason.</param>
/// <param name="Before">The state before, for undoing and for reading; null where there was none.</param>
/// <param name="After">The state after.</param>
public sealed record StaffActed(
    long? By, string Action, ContentRef Subject, long? MemberId, string? Reason, string? Before = null, string? After = null) : IEvent;
