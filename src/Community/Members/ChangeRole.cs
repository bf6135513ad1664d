using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Makes a member part of the staff, or of another part of it, or lets them be a member again.</summary>
public sealed class ChangeRole(CommunityData data, TimeProvider time)
{
    public const string Action = "change-role";

    public sealed record Input(long MemberId, Role Role, string Reason);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(async db =>
    {
        if (await db.Members.FirstOrDefaultAsync(m => m.Id == input.MemberId, cancel) is not { } member)
            return Problem.NotFound();
        var owners = await db.Members.CountAsync(m => m.Role == Role.Owner, cancel);
        if ((StandingRules.WhyNotChangeRole(actor, member, input.Role, owners, time.GetUtcNow()) ?? StaffReason.WhyNot(input.Reason)) is { } problem)
            return problem;
        if (member.Role == input.Role)
            return Problem.Conflict("role-unchanged");

        var before = member.Role;
        member.Role = input.Role;
        member.Happened(new StaffActed(
            actor.MemberId, Action, new ContentRef(ContentKind.Member, member.Id), member.Id, input.Reason, before.ToString(), member.Role.ToString()));

        // The role stands beside the name on every page that the member wrote on.
        await db.TouchSite(cancel);
        return Done.Yes;
    }, cancel);
}
