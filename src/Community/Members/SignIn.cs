using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Says whether somebody is who they say. Unknown addresses take the same way as known ones, and as long.</summary>
public sealed class SignIn(CommunityData data, Passwords passwords, SignInGate gate, TimeProvider time)
{
    /// <param name="Network">Where the try comes from; tries are counted per address and network.</param>
    public sealed record Input(string Email, string Password, string Network);

    public async Task<Result<SignedIn>> Run(Input input, CancellationToken cancel)
    {
        var email = EmailRules.Tidy(input.Email);
        var entry = await gate.Enter(email, input.Network, cancel);
        if (!entry.Ok)
            return entry.Problem;

        var normalized = EmailRules.Normalize(email);
        var account = entry.Value.IsClosed ? null : await data.Read(db => db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel), cancel);
        var answer = passwords.Check(account, input.Password);
        if (account is null || answer == PasswordAnswer.Wrong)
            return entry.Value.Failed(MemberRules.WrongSignIn);

        var renewed = answer == PasswordAnswer.RightButOld ? passwords.Hash(input.Password) : null;
        return await data.Write<SignedIn>(db => Enter(db, account, email, input.Network, renewed, cancel), cancel);
    }

    private async Task<Result<SignedIn>> Enter(
        CommunityDb db, Account seen, string email, string network, string? renewed, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == seen.Id, cancel);
        // Changed while we were hashing: what was checked is no longer the password.
        if (account is null || account.PasswordHash != seen.PasswordHash)
            return MemberRules.WrongSignIn;

        account.LastSignInAt = time.GetUtcNow();
        account.PasswordHash = renewed ?? account.PasswordHash;
        await gate.Forgive(db, email, network, cancel);
        return new SignedIn(account.Id, account.SecurityStamp!);
    }
}

/// <summary>Who is in, and the stamp that their session holds on to: once it changes, the session ends.</summary>
public sealed record SignedIn(long MemberId, string Stamp);
