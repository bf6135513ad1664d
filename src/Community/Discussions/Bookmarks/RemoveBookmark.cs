using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Bookmarks;

/// <summary>Lets a post go, also one that cannot be read any more. That there is none is as good.</summary>
public sealed class RemoveBookmark(CommunityData data)
{
    public async Task<Result<Done>> Run(Actor actor, long postId, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        return await data.WriteBeside<Done>(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                await db.Bookmarks.Where(b => b.MemberId == me && b.PostId == postId).ExecuteDeleteAsync(cancel);
                return Done.Yes;
            },
            cancel);
    }
}
