using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Mails a link with which an imported member is taken over, where the address is that of the old account. Says nothing about whether it is.</summary>
public sealed class AskToClaim(CommunityData data, AccountMails mails, KeyedHash hash)
{
    /// <param name="Handle">The member that somebody says they are.</param>
    /// <param name="Language">Of the page that asked.</param>
    public sealed record Input(string Handle, string Email, string Language, string Origin);

    public async Task<Result<Done>> Run(Input input, CancellationToken cancel)
    {
        var email = EmailRules.Tidy(input.Email);
        if (EmailRules.WhyNot(email) is { } problem)
            return problem;

        var (key, known, normalized) = (HandleSkeleton.Of(input.Handle), FormerEmail.HashOf(hash, email), EmailRules.Normalize(email));
        return await data.Write<Done>(
            async db =>
            {
                var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(
                    m => m.HandleKey == key && m.State == MemberState.Imported && db.FormerEmails.Any(f => f.MemberId == m.Id && f.Hash == known), cancel);
                if (member is null)
                    mails.Nothing(db);
                else if (await db.WhyNotFree(email, cancel) is not null)
                    await mails.AlreadyRegistered(db, await db.Accounts.AsNoTracking().SingleAsync(a => a.NormalizedEmail == normalized, cancel), input.Origin, cancel);
                else
                    await mails.Claim(db, member, email, input.Language, input.Origin, cancel);
                return Done.Yes;
            },
            cancel);
    }
}
