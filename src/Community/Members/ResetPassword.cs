using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>
/// Sets a new password with a mailed link, once. It ends every session, unlocks every network, and proves the address:
/// whoever registered with somebody else's address is out.
/// </summary>
public sealed class ResetPassword(CommunityData data, AccountTokens tokens, Passwords passwords, SignInGate gate, AccountMails mails, TimeProvider time)
{
    public sealed record Input(string Token, string Password, string Network);

    public async Task<Result<Done>> Run(Input input, CancellationToken cancel)
    {
        var read = tokens.Read(TokenPurpose.ResetPassword, input.Token);
        if (!read.Ok)
            return read.Problem;
        var found = await data.Read(db => Find(db, read.Value, cancel), cancel);
        if (!found.Ok)
            return found.Problem;
        var handle = await data.Read(db => db.Members.Where(m => m.Id == found.Value.Id).Select(m => m.Handle).FirstAsync(cancel), cancel);
        if (PasswordRules.WhyNot(input.Password, handle, found.Value.Email) is { } weak)
            return weak;

        var hash = passwords.Hash(input.Password);
        return await data.Write<Done>(
            async db =>
            {
                var again = await Find(db, read.Value, cancel);
                if (!again.Ok)
                    return again.Problem;
                var account = again.Value;
                account.PasswordHash = hash;
                account.EmailConfirmed = true;
                account.PendingEmail = null;
                account.EndSessions();
                await db.EndTokens(account.Id, time.GetUtcNow(), cancel);
                await gate.Restart(db, account.Email!, input.Network, cancel);
                await mails.PasswordChanged(db, account, cancel);
                return Done.Yes;
            },
            cancel);
    }

    private static async Task<Result<Account>> Find(CommunityDb db, AccountToken token, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == token.AccountId, cancel);
        if (account is null)
            return new Problem(ProblemKind.Invalid, "link-invalid");
        return token.Fits(account) ? account : Problem.Conflict("link-used");
    }
}
