using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Drafts;

/// <summary>Throws a draft of one's own away, also where its place is gone. That there is none is as good.</summary>
public sealed class DiscardDraft(CommunityData data)
{
    public async Task<Result<Done>> Run(Actor actor, DraftPlace place, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        return await data.WriteBeside<Done>(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                await db.DraftAt(me, place).ExecuteDeleteAsync(cancel);
                return Done.Yes;
            },
            cancel);
    }
}
