using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Where a post stands now.</summary>
public sealed record PostPlace(long TopicNumber, string TopicSlug, int PostNumber);

public sealed class FindPost(CommunityData data)
{
    /// <summary>The place behind a permalink; a moved post is followed. NotFound for whoever may not read the topic or a held post.</summary>
    public Task<Result<PostPlace>> Run(Actor actor, long postId, CancellationToken cancel = default) => data.Read<Result<PostPlace>>(async db =>
    {
        // A post that moved twice points at a tombstone that points on.
        const int furthest = 8;
        for (var (id, step) = (postId, 0); step < furthest; step++)
        {
            var found = await db.Posts.Where(p => p.Id == id).Join(
                db.Topics, p => p.DiscussionId, t => t.Id,
                (p, t) => new { p.Number, p.State, p.AuthorId, p.MovedToId, TopicNumber = t.Number, t.Slug, TopicState = t.State, TopicAuthor = t.AuthorId, t.Audience })
                .FirstOrDefaultAsync(cancel);
            if (found is null)
                return Problem.NotFound();
            if (found is { State: PostState.Moved, MovedToId: { } next })
            {
                id = next;
                continue;
            }

            var isOpen = actor.CanSee(found.Audience) && PostSight.CanRead(actor, found.TopicState, found.TopicAuthor)
                && (PostSight.CanRead(actor, found.State, found.AuthorId) || PostSight.LeavesTombstone(found.State));
            return isOpen ? new PostPlace(found.TopicNumber, found.Slug, found.Number) : Problem.NotFound();
        }

        return Problem.NotFound();
    }, cancel);
}
