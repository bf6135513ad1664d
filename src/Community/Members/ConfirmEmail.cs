using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Somebody came back with the link that was mailed to them: the address is theirs.</summary>
public sealed class ConfirmEmail(CommunityData data, AccountTokens tokens)
{
    /// <returns>The address.</returns>
    public async Task<Result<string>> Run(string token, CancellationToken cancel)
    {
        var read = tokens.Read(TokenPurpose.ConfirmEmail, token);
        if (!read.Ok)
            return read.Problem;
        return await data.Write<string>(
            async db =>
            {
                var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == read.Value.AccountId, cancel);
                if (account is null)
                    return new Problem(ProblemKind.Invalid, "link-invalid");
                if (!read.Value.Fits(account))
                    return Problem.Conflict(account.EmailConfirmed ? "already-confirmed" : "link-used");
                account.EmailConfirmed = true;
                return account.Email!;
            },
            cancel);
    }
}
