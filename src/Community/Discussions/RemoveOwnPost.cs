using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>An author takes a post away; a tombstone keeps its number. An opening goes only while nobody has answered.</summary>
public sealed class RemoveOwnPost(CommunityData data, IEnumerable<ISubject> subjects, TimeProvider time)
{
    public Task<Result<Done>> Run(Actor actor, long postId, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (await db.FindPost(actor, postId, cancel) is not var (post, discussion))
                return Problem.NotFound();
            if (post.State == PostState.RemovedByAuthor && post.AuthorId == actor.MemberId)
                return Done.Yes;
            if (PostRules.WhyNotRemoveOwn(actor, post, post.Number == 1 && await HasReplies(db, discussion, cancel), now) is { } problem)
                return problem;
            if (post.Number == 1 && await subjects.First(s => s.Kind == discussion.SubjectKind).WhyNotRemove(db, discussion.Id, actor, cancel) is { } held)
                return held;

            await PostStates.Change(db, discussion, post, PostState.RemovedByAuthor, now, cancel);
            return Done.Yes;
        },
        cancel);

    private static Task<bool> HasReplies(CommunityDb db, Discussion discussion, CancellationToken cancel) => db.Posts.AnyAsync(
        p => p.DiscussionId == discussion.Id && p.Number > 1 && (p.State == PostState.Visible || p.State == PostState.Held), cancel);
}
