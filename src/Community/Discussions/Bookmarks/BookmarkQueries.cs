using Community.Data;
using Community.Shared;

namespace Community.Discussions.Bookmarks;

internal static class BookmarkQueries
{
    /// <summary>A post whose text the actor may read; null for every other.</summary>
    public static async Task<Post?> FindReadable(this CommunityDb db, Actor actor, long postId, CancellationToken cancel) =>
        await db.FindPost(actor, postId, cancel) is ({ } post, _) && PostSight.CanRead(actor, post.State, post.AuthorId) ? post : null;
}
