using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

internal static class PostQueries
{
    /// <summary>A post with its discussion, or null where the actor may not see the discussion. Whether the text may be read is another question.</summary>
    public static async Task<(Post Post, Discussion Discussion)?> FindPost(this CommunityDb db, Actor actor, long postId, CancellationToken cancel)
    {
        var found = await db.Posts.Where(p => p.Id == postId)
            .Join(db.Discussions, p => p.DiscussionId, d => d.Id, (post, discussion) => new { post, discussion })
            .Select(f => new
            {
                f.post,
                f.discussion,
                opening = db.Posts.Where(o => o.DiscussionId == f.discussion.Id && o.Number == 1).Select(o => new { o.State, o.AuthorId }).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);

        if (found is null || !actor.CanSee(found.discussion.Audience))
            return null;
        return found.opening is null || PostSight.CanReadUnder(actor, found.opening.State, found.opening.AuthorId) ? (found.post, found.discussion) : null;
    }

    /// <summary>The tags of a subject, in the order in which its author gave them.</summary>
    public static IQueryable<Tag> TagsOf(this CommunityDb db, long discussionId) => db.DiscussionTags
        .Where(t => t.DiscussionId == discussionId)
        .OrderBy(t => t.Order)
        .Join(db.Tags, t => t.TagId, t => t.Id, (_, tag) => tag);
}
