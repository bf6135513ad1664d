using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Bookmarks;

public sealed class ReadBookmark(CommunityData data, IEnumerable<IContentNames> names)
{
    /// <summary>The bookmark of a post, or what it would be. A post that the actor may not read is NotFound, unless they have it bookmarked.</summary>
    public async Task<Result<BookmarkView>> Run(Actor actor, long postId, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        return await data.Read<Result<BookmarkView>>(
            async db =>
            {
                var saved = await db.Bookmarks.FirstOrDefaultAsync(b => b.MemberId == me && b.PostId == postId, cancel);
                if (await db.FindReadable(actor, postId, cancel) is not { } post)
                    return saved is null ? Problem.NotFound() : new BookmarkView(postId, 0, true, saved.Note, saved.RemindOn);
                var kind = await db.Discussions.Where(d => d.Id == post.DiscussionId).Select(d => d.SubjectKind).FirstAsync(cancel);
                return new BookmarkView(postId, post.Number, saved is not null, saved?.Note ?? "", saved?.RemindOn)
                {
                    Author = await db.Members.Where(m => m.Id == post.AuthorId).Select(MemberSummary.From).FirstOrDefaultAsync(cancel),
                    Within = (await names.First(n => n.Kind == kind).Names(db, [post.DiscussionId], cancel)).GetValueOrDefault(post.DiscussionId),
                };
            },
            cancel);
    }
}
