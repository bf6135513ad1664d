using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Mails a link to choose a new password. Says nothing about whether there is such an account.</summary>
public sealed class ForgotPassword(CommunityData data, AccountMails mails)
{
    public sealed record Input(string Email, string Origin);

    public async Task<Result<Done>> Run(Input input, CancellationToken cancel)
    {
        var email = EmailRules.Tidy(input.Email);
        if (EmailRules.WhyNot(email) is { } problem)
            return problem;

        var normalized = EmailRules.Normalize(email);
        return await data.Write<Done>(
            async db =>
            {
                var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
                if (account is null)
                    mails.Nothing(db);
                else
                    await mails.ResetPassword(db, account, input.Origin, cancel);
                return Done.Yes;
            },
            cancel);
    }
}
