using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Privacy;

/// <summary>A member leaves for good. They give the password once more and type their handle, so that no slip does it.</summary>
public sealed class EraseMyself(CommunityData data, PasswordGate gate, BeginErasure begin)
{
    /// <param name="Handle">Typed, with or without the @.</param>
    /// <param name="KeepsTexts">Whether their posts stay, without their name.</param>
    public sealed record Input(string Password, string Handle, bool KeepsTexts);

    /// <summary>What somebody did as staff goes from the log with them: that is not for themselves to choose.</summary>
    public static Problem? WhyNot(Role role) => role == Role.Member ? null : Problem.Conflict("role-first");

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
            return MemberRules.SignInFirst;
        if (!string.Equals(input.Handle.Trim().TrimStart('@'), actor.Handle, StringComparison.OrdinalIgnoreCase))
            return Problem.Invalid("handle", "handle-not-yours");
        var passed = await gate.Pass(actor, input.Password, cancel);
        if (!passed.Ok)
            return passed.Problem;

        var hash = passed.Value.PasswordHash;
        var names = await begin.OtherNames(id, cancel);
        return await data.Write<Done>(
            async db =>
            {
                // Changed while we were hashing: what was checked is no longer the password.
                if (!await db.Accounts.AnyAsync(a => a.Id == id && a.PasswordHash == hash, cancel))
                    return Problem.Invalid("current-password", "wrong-password");
                var member = await db.Members.FirstAsync(m => m.Id == id, cancel);
                if (member.Role != Role.Member && !await LastOwner(db, member, cancel))
                    return WhyNot(member.Role)!;
                return await begin.Run(db, member, names, input.KeepsTexts, null, cancel) is { } problem ? problem : Done.Yes;
            },
            cancel);
    }

    // They hear that first of all which nobody can do for them.
    private static async Task<bool> LastOwner(CommunityDb db, Member member, CancellationToken cancel) =>
        member.Role == Role.Owner && await db.Members.CountAsync(m => m.Role == Role.Owner, cancel) < 2;
}
