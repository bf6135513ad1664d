using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

internal static class TokensEnded
{
    /// <summary>What ends every session ends the programs', too: whoever had the password could have made a token with it.</summary>
    public static Task EndTokens(this CommunityDb db, long memberId, DateTimeOffset now, CancellationToken cancel) =>
        db.ApiTokens.Where(t => t.MemberId == memberId && t.RevokedAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancel);
}
