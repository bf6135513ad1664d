using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Moderation;

/// <summary>Says that the open reports about something ask for nothing: it stays as it is.</summary>
public sealed class DeclineReports(CommunityData data, TimeProvider time)
{
    public const string Action = "decline-reports";

    public Task<Result<Done>> Run(Actor actor, ContentRef content, string reason, CancellationToken cancel = default) => data.Write<Done>(async db =>
    {
        if ((actor.WhyNotModerate(time.GetUtcNow()) ?? StaffReason.WhyNot(reason)) is { } problem)
            return problem;
        if (!await db.Reports.OpenAbout(content).AnyAsync(cancel))
            return Problem.Conflict("already-handled");

        // SettleReports answers them.
        db.Raise(new StaffActed(actor.MemberId, Action, content, content.Kind == ContentKind.Member ? content.Id : null, reason));
        return Done.Yes;
    }, cancel);
}
