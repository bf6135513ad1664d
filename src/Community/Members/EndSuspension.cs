using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Gives a suspended member the right to write back before the time.</summary>
public sealed class EndSuspension(CommunityData data, TimeProvider time)
{
    public const string Action = "end-suspension";

    public Task<Result<Done>> Run(Actor actor, long memberId, string reason, CancellationToken cancel = default) => data.Write<Done>(async db =>
    {
        var now = time.GetUtcNow();
        if (await db.Members.FirstOrDefaultAsync(m => m.Id == memberId, cancel) is not { } member)
            return Problem.NotFound();
        if ((StandingRules.WhyNotJudge(actor, member, now) ?? StaffReason.WhyNot(reason)) is { } problem)
            return problem;
        if (Suspension.Of(member, now) is not { } before)
            return Problem.Conflict("not-suspended");

        (member.SuspendedUntil, member.SuspensionReason) = (null, null);
        member.Happened(new StaffActed(
            actor.MemberId, Action, new ContentRef(ContentKind.Member, member.Id), member.Id, reason, before.ToString()));
        return Done.Yes;
    }, cancel);
}
