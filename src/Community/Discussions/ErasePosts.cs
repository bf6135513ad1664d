using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Takes the words out of everything that an erased person wrote, one post a write: every counter follows as with any other removal.</summary>
public sealed class ErasePosts(CommunityData data, TimeProvider time)
{
    private const int AtOnce = 200;

    public async Task Run(ErasedPerson person, CancellationToken cancel)
    {
        // Newest first: an opening comes after the replies to it, and goes as a whole where nobody else has answered.
        for (var before = long.MaxValue; ;)
        {
            var page = await data.Read(db => Left(db, person.MemberId).Where(p => p.Id < before).OrderByDescending(p => p.Id).Take(AtOnce).Select(p => p.Id).ToListAsync(cancel), cancel);
            foreach (var id in page)
                await data.Write(db => Erase(db, id, cancel), cancel);
            if (page.Count < AtOnce)
                return;
            before = page[^1];
        }
    }

    /// <summary>The posts that still have words.</summary>
    internal static IQueryable<Post> Left(CommunityDb db, long member) =>
        db.Posts.Where(p => p.AuthorId == member && (p.Body != "" || p.Html != "" || p.RevisionCount > 0
            || p.State == PostState.Visible || p.State == PostState.Held || p.State == PostState.Hidden));

    private async Task<Result<Done>> Erase(CommunityDb db, long id, CancellationToken cancel)
    {
        var found = await db.Posts.Where(p => p.Id == id).Join(db.Discussions, p => p.DiscussionId, d => d.Id, (post, discussion) => new { post, discussion }).FirstAsync(cancel);
        var (post, discussion) = (found.post, found.discussion);
        await db.Revisions.Where(r => r.PostId == id).ExecuteDeleteAsync(cancel);
        (post.Body, post.Html, post.Language, post.EditedAt, post.RevisionCount) = ("", "", null, null, 0);
        post.Version++;
        if (StateAfter(post) is var to && to != post.State)
            await PostStates.Change(db, discussion, post, to, time.GetUtcNow(), cancel);
        else
            post.ChangeNumber = discussion.Change();
        if (post.Number == 1)
            await Untag(db, discussion.Id, cancel);
        db.Raise(new PostErased(id));
        return Done.Yes;
    }

    // An opening that hid its discussion goes on hiding it: what others wrote under it was not to be read, and nobody can bring it back.
    private static PostState StateAfter(Post post) => post.State switch
    {
        PostState.Held or PostState.Hidden or PostState.RemovedByStaff or PostState.RemovedByAuthor when post.Number == 1 => PostState.RemovedByAuthor,
        PostState.Moved or PostState.Gap => post.State,
        _ => PostState.Erased,
    };

    // Tags are words, too; those that nobody else uses go with them.
    private static async Task Untag(CommunityDb db, long discussionId, CancellationToken cancel)
    {
        var given = await db.DiscussionTags.Where(t => t.DiscussionId == discussionId).ToListAsync(cancel);
        db.DiscussionTags.RemoveRange(given);
        var ids = given.ConvertAll(t => t.TagId);
        var unused = await db.Tags.Where(t => ids.Contains(t.Id) && !db.DiscussionTags.Any(o => o.TagId == t.Id && o.DiscussionId != discussionId)).ToListAsync(cancel);
        db.Tags.RemoveRange(unused);
        db.Raise(new TagsChanged(unused.ConvertAll(t => t.Id)));
    }
}
