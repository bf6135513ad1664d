using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Privacy;

/// <summary>An administrator erases a member who asked for it in another way, or who came with an import and never had an account.</summary>
public sealed class EraseMember(CommunityData data, BeginErasure begin, TimeProvider time)
{
    public const string Action = "erase-member";

    /// <param name="Handle">Typed once more, so that no slip does it.</param>
    public sealed record Input(long MemberId, string Handle, string Reason, bool KeepsTexts);

    /// <summary>Erasing one another is not for those who stand side by side, and nobody is above an owner.</summary>
    public static Problem? WhyNotRole(Actor actor, Role role)
    {
        if (role == Role.Owner)
            return Problem.Conflict("role-first");
        return role < actor.Role || actor.Role == Role.Owner ? null : Problem.Forbidden("above-your-role");
    }

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var names = actor.IsAdmin ? await begin.OtherNames(input.MemberId, cancel) : [];
        return await data.Write<Done>(
            async db =>
            {
                var now = time.GetUtcNow();
                if (actor.WhyNotAdminister(now) is { } forbidden)
                    return forbidden;
                if (await db.Members.FirstOrDefaultAsync(m => m.Id == input.MemberId, cancel) is not { } member)
                    return Problem.NotFound();
                if ((StandingRules.WhyNotJudge(actor, member, now) ?? WhyNotRole(actor, member.Role) ?? WhyNotHandle(input, member) ?? StaffReason.WhyNot(input.Reason)) is { } problem)
                    return problem;
                if (await begin.Run(db, member, names, input.KeepsTexts, actor.MemberId, cancel) is { } refused)
                    return refused;

                // Not "about" the member: that part of the log goes with them, and this entry is the proof.
                db.Raise(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Member, member.Id), null, input.Reason.Trim()));
                return Done.Yes;
            },
            cancel);
    }

    private static Problem? WhyNotHandle(Input input, Member member) =>
        string.Equals(input.Handle.Trim().TrimStart('@'), member.Handle, StringComparison.OrdinalIgnoreCase) ? null : Problem.Invalid("handle", "handle-not-theirs");
}
