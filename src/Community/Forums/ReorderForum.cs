using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>An administrator moves a forum among its siblings.</summary>
public sealed class ReorderForum(CommunityData data, TimeProvider time)
{
    /// <param name="ForumId">Which forum.</param>
    /// <param name="Position">Its wanted place among its siblings, from 1; what is beyond the ends counts as the end.</param>
    public sealed record Input(long ForumId, int Position);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.Forums.FirstOrDefaultAsync(f => f.Id == input.ForumId, cancel) is not { } forum)
                return Problem.NotFound();

            var siblings = await db.Forums.Where(f => f.ParentId == forum.ParentId).OrderBy(f => f.Order).ThenBy(f => f.Id).ToListAsync(cancel);
            siblings.Remove(forum);
            siblings.Insert(Math.Clamp(input.Position - 1, 0, siblings.Count), forum);
            for (var place = 0; place < siblings.Count; place++)
                siblings[place].Order = place + 1;
            await db.TouchSite(cancel);
            return Done.Yes;
        },
        cancel);
}
