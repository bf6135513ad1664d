using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>An administrator deletes a forum that never held anything, or whose topics were all moved away.</summary>
public sealed class DeleteForum(CommunityData data, TimeProvider time)
{
    public Task<Result<Done>> Run(Actor actor, long forumId, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.Forums.FirstOrDefaultAsync(f => f.Id == forumId, cancel) is not { } forum)
                return Problem.NotFound();
            if (await db.Topics.AnyAsync(t => t.ForumId == forumId, cancel))
                return Problem.Conflict("forum-not-empty");
            if (await db.Forums.AnyAsync(f => f.ParentId == forumId, cancel))
                return Problem.Conflict("forum-has-children");

            db.Forums.Remove(forum);
            await db.TouchSite(cancel);
            db.Raise(ForumTree.Acted(actor, "delete-forum", forum, forum.Slug));
            return Done.Yes;
        },
        cancel);
}
