using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>The link in the mail to the new address was followed: from now on it is the account's, and other sessions end.</summary>
public sealed class ConfirmNewEmail(CommunityData data, AccountTokens tokens, TimeProvider time)
{
    /// <returns>What the session that asked goes on with, if it is the member's own.</returns>
    public async Task<Result<SignedIn>> Run(string token, CancellationToken cancel)
    {
        var read = tokens.Read(TokenPurpose.NewEmail, token);
        if (!read.Ok)
            return read.Problem;
        return await data.Write<SignedIn>(
            async db =>
            {
                var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == read.Value.AccountId, cancel);
                if (account is null)
                    return new Problem(ProblemKind.Invalid, "link-invalid");
                if (!read.Value.Fits(account) || account.PendingEmail is not { } email)
                    return Problem.Conflict("link-used");
                var normalized = EmailRules.Normalize(email);
                // Taken since the mail was sent. Only whoever reads that mailbox gets to see this.
                if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalized && a.Id != account.Id, cancel))
                    return Problem.Conflict("email-taken");

                account.Email = email;
                account.NormalizedEmail = normalized;
                account.EmailConfirmed = true;
                account.PendingEmail = null;
                await db.EndTokens(account.Id, time.GetUtcNow(), cancel);
                return new SignedIn(account.Id, account.EndSessions());
            },
            cancel);
    }
}
