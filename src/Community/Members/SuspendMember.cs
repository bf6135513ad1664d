using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Lets a member only read until a time. They see the reason and the end.</summary>
public sealed class SuspendMember(CommunityData data, TimeProvider time)
{
    public const string Action = "suspend-member";

    public sealed record Input(long MemberId, string Reason, DateTimeOffset Until);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => Run(actor, input, input.Reason, cancel);

    /// <param name="logged">The reason for the log, where that is not what the member is told.</param>
    internal Task<Result<Done>> Run(Actor actor, Input input, string logged, CancellationToken cancel) => data.Write<Done>(async db =>
    {
        var now = time.GetUtcNow();
        if (await db.Members.FirstOrDefaultAsync(m => m.Id == input.MemberId, cancel) is not { } member)
            return Problem.NotFound();
        if ((StandingRules.WhyNotJudge(actor, member, now) ?? StaffReason.WhyNot(input.Reason) ?? StandingRules.WhyNotUntil(input.Until, now)) is { } problem)
            return problem;

        var before = Suspension.Of(member, now);
        var after = new Suspension(input.Until.ToUniversalTime(), input.Reason.Trim());
        (member.SuspendedUntil, member.SuspensionReason) = (after.Until, after.Reason);
        member.Happened(new StaffActed(
            actor.MemberId, Action, new ContentRef(ContentKind.Member, member.Id), member.Id, logged, before?.ToString(), after.ToString()));
        return Done.Yes;
    }, cancel);
}
