using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Privacy;

/// <summary>
/// An administrator erases a member who asked for it in another way, or who came with an import and never had an account. Nobody can
/// take it back, so that they give their own password once more.
/// </summary>
public sealed class EraseMember(CommunityData data, PasswordGate gate, BeginErasure begin, TimeProvider time)
{
    public const string Action = "erase-member";

    /// <param name="Handle">Typed once more, so that no slip does it.</param>
    /// <param name="Password">The administrator's own.</param>
    public sealed record Input(long MemberId, string Handle, string Reason, bool KeepsTexts, string Password);

    /// <summary>Erasing one another is not for those who stand side by side, and nobody is above an owner.</summary>
    public static Problem? WhyNotRole(Actor actor, Role role)
    {
        if (role == Role.Owner)
            return Problem.Conflict("role-first");
        return role < actor.Role || actor.Role == Role.Owner ? null : Problem.Forbidden("above-your-role");
    }

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        // First what costs no try of the password, and tells nobody else whether it was right.
        if (await data.Read(db => WhyNot(db, actor, input, cancel), cancel) is { } refused)
            return refused;
        var passed = await gate.Pass(actor, input.Password, cancel);
        if (!passed.Ok)
            return passed.Problem;
        var names = await begin.OtherNames(input.MemberId, cancel);
        return await data.Write<Done>(
            async db =>
            {
                if (await gate.Passed(db, passed.Value, cancel) is null)
                    return Problem.Invalid("current-password", "wrong-password");
                if (await WhyNot(db, actor, input, cancel) is { } problem)
                    return problem;
                var member = await db.Members.FirstAsync(m => m.Id == input.MemberId, cancel);
                if (await begin.Run(db, member, names, input.KeepsTexts, actor.MemberId, cancel) is { } last)
                    return last;

                // Not "about" the member: that part of the log goes with them, and this entry is the proof.
                db.Raise(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Member, member.Id), null, input.Reason.Trim()));
                return Done.Yes;
            },
            cancel);
    }

    private async Task<Problem?> WhyNot(CommunityDb db, Actor actor, Input input, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (actor.WhyNotAdminister(now) is { } forbidden)
            return forbidden;
        if (await db.Members.FirstOrDefaultAsync(m => m.Id == input.MemberId, cancel) is not { } member)
            return Problem.NotFound();
        return StandingRules.WhyNotJudge(actor, member, now) ?? WhyNotRole(actor, member.Role) ?? WhyNotHandle(input, member) ?? StaffReason.WhyNot(input.Reason);
    }

    private static Problem? WhyNotHandle(Input input, Member member) =>
        string.Equals(input.Handle.Trim().TrimStart('@'), member.Handle, StringComparison.OrdinalIgnoreCase) ? null : Problem.Invalid("handle", "handle-not-theirs");
}
