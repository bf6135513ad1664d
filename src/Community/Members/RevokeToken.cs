using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Ends a token of one's own, at once. A suspended member may, too: it takes a right away and gives none.</summary>
public sealed class RevokeToken(CommunityData data, TimeProvider time)
{
    public async Task<Result<Done>> Run(Actor actor, long tokenId, CancellationToken cancel)
    {
        if (actor.MemberId is not { } me)
            return MemberRules.SignInFirst;
        return await data.Write<Done>(
            async db =>
            {
                if (await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == tokenId && t.MemberId == me, cancel) is not { } token)
                    return Problem.NotFound();
                token.RevokedAt ??= time.GetUtcNow();
                return Done.Yes;
            },
            cancel);
    }
}
