using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Mails a test to the admin who asks, so that they see whether mail leaves the house and arrives whole.</summary>
public sealed class SendTestMail(CommunityData data, AccountMails mails, TimeProvider time)
{
    /// <returns>The address that it goes to.</returns>
    public Task<Result<string>> Run(Actor actor, CancellationToken cancel) => data.Write<string>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } not)
                return not;
            var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == actor.MemberId, cancel);
            if (account is null)
                return Problem.NotFound();
            await mails.Test(db, account, cancel);
            return account.Email!;
        },
        cancel);
}
