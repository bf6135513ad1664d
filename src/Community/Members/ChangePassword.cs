using Community.Data;
using Community.Shared;

namespace Community.Members;

/// <summary>Sets another password and ends every other session.</summary>
public sealed class ChangePassword(CommunityData data, Passwords passwords, PasswordGate gate, SignInGate signIns, AccountMails mails, TimeProvider time)
{
    public sealed record Input(string Current, string Password, string Network);

    /// <returns>What the session that asked goes on with.</returns>
    public async Task<Result<SignedIn>> Run(Actor actor, Input input, CancellationToken cancel)
    {
        var passed = await gate.Pass(actor, input.Current, cancel);
        if (!passed.Ok)
            return passed.Problem;
        if (PasswordRules.WhyNot(input.Password, actor.Handle, passed.Value.Email) is { } weak)
            return weak;

        var hash = passwords.Hash(input.Password);
        return await data.Write<SignedIn>(
            async db =>
            {
                if (await gate.Passed(db, passed.Value, cancel) is not { } account)
                    return Problem.Invalid("current-password", "wrong-password");
                await signIns.Restart(db, account.Email!, input.Network, cancel);
                account.PasswordHash = hash;
                account.PendingEmail = null; // its link died with the stamp
                await db.EndTokens(account.Id, time.GetUtcNow(), cancel);
                await mails.PasswordChanged(db, account, cancel);
                return new SignedIn(account.Id, account.EndSessions());
            },
            cancel);
    }
}
