using Community.Shared;

namespace Community.Moderation;

/// <summary>Who may report what, and how much their word counts.</summary>
public static class ReportRules
{
    private const int StaffWeight = 5;

    /// <summary>1 and the trust level, or 5 from the staff (Discourse's flag score without accuracy).</summary>
    public static int WeightOf(Actor actor) => actor.IsStaff ? StaffWeight : 1 + (int)actor.Trust;

    public static Problem? WhyNotSay(ReportReason reason, string note)
    {
        if (!Enum.IsDefined(reason))
            return Problem.Invalid("reason", "report-reason-unknown");
        if (reason == ReportReason.Other && string.IsNullOrWhiteSpace(note))
            return Problem.Invalid("note", "report-note-missing");
        return TextRules.WhyNotBody(note, ReportLimits.Note);
    }

    /// <param name="authorId">Who wrote it, or the member reported.</param>
    public static Problem? WhyNotAbout(Actor actor, long? authorId) =>
        authorId == actor.MemberId ? Problem.Forbidden("report-own") : null;
}
