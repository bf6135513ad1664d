using Community.Data;
using Community.Discussions;
using Community.Ideas.Boards;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

public static class IdeaQueries
{
    /// <summary>The ideas that the actor may see in a list: readable, with a visible opening, and not told within another one.</summary>
    public static IQueryable<Idea> VisibleTo(this IQueryable<Idea> ideas, Actor actor)
    {
        var audiences = actor.Audiences;
        return ideas.Where(i => i.State == PostState.Visible && i.MergedIntoId == null && audiences.Contains(i.Audience));
    }

    /// <summary>Those that carry a tag, by its key.</summary>
    internal static IQueryable<Idea> Tagged(this IQueryable<Idea> ideas, CommunityDb db, string key) =>
        ideas.Where(i => db.DiscussionTags.Any(t => t.DiscussionId == i.Id && db.Tags.Any(tag => tag.Id == t.TagId && tag.Key == key)));

    /// <summary>The boards that the actor may read.</summary>
    public static IQueryable<IdeaBoard> VisibleTo(this IQueryable<IdeaBoard> boards, Actor actor)
    {
        var audiences = actor.Audiences;
        return boards.Where(b => audiences.Contains(b.ReadAudience));
    }

    /// <summary>The last official answer that can be read, leaving out one; null where there is none.</summary>
    internal static Task<long?> AnswerOf(this CommunityDb db, long ideaId, long except, CancellationToken cancel) =>
        db.IdeaStatusChanges.Where(c => c.IdeaId == ideaId && c.PostId != null && c.PostId != except)
            .Join(db.Posts.Where(p => p.DiscussionId == ideaId && p.Number > 1 && p.IsOfficial && p.State == PostState.Visible), c => c.PostId, p => p.Id, (c, p) => (long?)p.Id)
            .OrderByDescending(id => id).FirstOrDefaultAsync(cancel);

    /// <summary>An idea and those merged into it, itself first.</summary>
    internal static async Task<List<long>> GroupOf(this CommunityDb db, long ideaId, CancellationToken cancel) =>
        [ideaId, .. await db.Ideas.Where(i => i.MergedIntoId == ideaId).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancel)];
}
