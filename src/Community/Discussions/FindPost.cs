using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Where a post stands now.</summary>
/// <param name="Subject">What its discussion is about.</param>
/// <param name="Path">The address of that.</param>
/// <param name="SubjectNumber">The public number of that.</param>
/// <param name="PostNumber">Its number there.</param>
public sealed record PostPlace(ContentRef Subject, string Path, long SubjectNumber, int PostNumber);

public sealed class FindPost(CommunityData data, IEnumerable<ISubject> subjects)
{
    // A post that moved twice points at a tombstone that points on.
    private const int Furthest = 8;

    /// <summary>The place behind a permalink; a moved post is followed. NotFound for whoever may not read the subject or a held post.</summary>
    public Task<Result<PostPlace>> Run(Actor actor, long postId, CancellationToken cancel = default) => data.Read<Result<PostPlace>>(async db =>
    {
        for (var (id, step) = (postId, 0); step < Furthest; step++)
        {
            var found = await db.Posts.Where(p => p.Id == id).Join(
                db.Discussions, p => p.DiscussionId, d => d.Id, (p, d) => new { p.Number, p.State, p.AuthorId, p.MovedToId, d.Id, d.SubjectKind, d.Audience }).FirstOrDefaultAsync(cancel);
            if (found is null)
                return Problem.NotFound();
            if (found is { State: PostState.Moved, MovedToId: { } next })
            {
                id = next;
                continue;
            }

            if (!actor.CanSee(found.Audience) || !(PostSight.CanRead(actor, found.State, found.AuthorId) || PostSight.LeavesTombstone(found.State)))
                return Problem.NotFound();
            var subject = subjects.First(s => s.Kind == found.SubjectKind);
            return await subject.IsSeenBy(db, found.Id, actor, cancel) && await subject.Head(db, found.Id, cancel) is { } head
                ? new PostPlace(new ContentRef(found.SubjectKind, found.Id), head.Path, head.Number, found.Number)
                : Problem.NotFound();
        }

        return Problem.NotFound();
    }, cancel);
}
