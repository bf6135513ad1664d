using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Asks a signed-in member for the password before what would hand the account to whoever holds the device.</summary>
public sealed class PasswordGate(CommunityData data, Passwords passwords, SignInGate gate)
{
    /// <returns>The account as it was when its password was right.</returns>
    public async Task<Result<Account>> Pass(Actor actor, string password, CancellationToken cancel)
    {
        if (actor.MemberId is not { } id)
            return MemberRules.SignInFirst;
        var account = await data.Read(db => db.Accounts.FirstOrDefaultAsync(a => a.Id == id, cancel), cancel);
        if (account is null)
            return MemberRules.SignInFirst;

        var entry = await gate.EnterSignedIn(account.Email!, cancel);
        if (!entry.Ok)
            return entry.Problem;
        if (passwords.Check(account, password) == PasswordAnswer.Wrong)
            return entry.Value.Failed(Problem.Invalid("current-password", "wrong-password"));
        return account;
    }

    /// <summary>Called in the write that follows: forgets their own tries, none of a stranger's, and finds the account if its password is still that one.</summary>
    public async Task<Account?> Passed(CommunityDb db, Account seen, CancellationToken cancel)
    {
        await gate.ForgetSignedIn(db, seen.Email!, cancel);
        var hash = seen.PasswordHash;
        return await db.Accounts.FirstOrDefaultAsync(a => a.Id == seen.Id && a.PasswordHash == hash, cancel);
    }
}
