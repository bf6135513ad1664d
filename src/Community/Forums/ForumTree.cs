using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>How forums stand to each other: two levels, unique addresses, an order among siblings.</summary>
internal static class ForumTree
{
    /// <param name="db">Inside the write.</param>
    /// <param name="settings">What is wanted.</param>
    /// <param name="own">The forum that changes; null for a new one.</param>
    /// <param name="cancel">Stops the queries.</param>
    public static async Task<Problem?> WhyNot(CommunityDb db, ForumSettings settings, long? own, CancellationToken cancel)
    {
        if (await db.Forums.AnyAsync(f => f.Slug == settings.Slug && f.Id != own, cancel))
            return Problem.Invalid("slug", "forum-slug-taken");
        if (settings.ParentId is not { } parentId)
            return null;
        var parent = await db.Forums.FirstOrDefaultAsync(f => f.Id == parentId, cancel);
        if (parent is null || parent.ParentId is not null || parent.Id == own)
            return Problem.Invalid("parent", "forum-parent-unfit");
        return own is not null && await db.Forums.AnyAsync(f => f.ParentId == own, cancel) ? Problem.Invalid("parent", "forum-has-children") : null;
    }

    public static async Task<int> NextOrder(CommunityDb db, long? parentId, CancellationToken cancel) =>
        (await db.Forums.Where(f => f.ParentId == parentId).MaxAsync(f => (int?)f.Order, cancel) ?? 0) + 1;

    public static StaffActed Acted(Actor actor, string action, Forum forum, string? before = null, string? after = null) =>
        new(actor.MemberId, action, new ContentRef(ContentKind.Forum, forum.Id), null, null, before, after);
}
