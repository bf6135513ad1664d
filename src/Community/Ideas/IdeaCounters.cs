using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Ideas.Boards;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Keeps the figures of ideas and boards in step with their posts, and the status with what moderators decide. The changed rows are in memory only, so queries leave them out.</summary>
internal sealed class IdeaCounters(Ids ids, TimeProvider time) : IHandle<PostWritten>, IHandle<PostStateChanged>
{
    public async Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel)
    {
        if (!happened.IsVisible || await Rows(db, happened.SubjectKind, happened.DiscussionId, happened.PostId, cancel) is not var (idea, post))
            return;
        if (post.Number == 1)
        {
            (await BoardOf(db, idea, cancel)).IdeaCount++;
            return;
        }

        idea.CommentCount++;
        (idea.LastPostId, idea.LastPostAt) = (post.Id, post.CreatedAt);
    }

    public async Task Handle(PostStateChanged happened, CommunityDb db, CancellationToken cancel)
    {
        if (await Rows(db, happened.SubjectKind, happened.DiscussionId, happened.PostId, cancel) is not var (idea, post))
            return;
        if (post.Number == 1)
        {
            await FollowOpening(db, idea, post, happened.WasVisible, cancel);
        }
        else if (happened.WasVisible != happened.IsVisible)
        {
            idea.CommentCount += happened.IsVisible ? 1 : -1;
            await PinAnswer(db, idea, post, cancel);
        }

        if (happened.WasVisible != happened.IsVisible)
            await FindLast(db, idea, post, cancel);
    }

    // The last that the team said and that stands.
    private static async Task PinAnswer(CommunityDb db, Idea idea, Post changed, CancellationToken cancel)
    {
        if (!changed.IsVisible && idea.AnswerPostId == changed.Id)
            idea.AnswerPostId = await db.AnswerOf(idea.Id, changed.Id, cancel);
        else if (changed.IsVisible && changed.Id > (idea.AnswerPostId ?? 0) && await db.IdeaStatusChanges.AnyAsync(c => c.IdeaId == idea.Id && c.PostId == changed.Id, cancel))
            idea.AnswerPostId = changed.Id;
    }

    private async Task FollowOpening(CommunityDb db, Idea idea, Post opening, bool wasVisible, CancellationToken cancel)
    {
        var wasSeen = idea.State == PostState.Visible;
        // Who is erased takes their own words along and not the wish of those who back it, nor what others said of it.
        var outlives = opening.State == PostState.Erased && wasVisible && (idea.CommentCount > 0 || idea.BackerCount > 0);
        idea.Become(outlives ? PostState.Visible : opening.State);
        var board = await BoardOf(db, idea, cancel);
        if (idea.State == PostState.Held && idea.Status is IdeaStatus.Open or IdeaStatus.Submitted)
            Follow(db, idea, IdeaStatus.Held);
        else if (idea.State == PostState.Visible && idea.Status == IdeaStatus.Held)
            Follow(db, idea, board.FirstStatus);
        if (idea.MergedIntoId is null && wasSeen != (idea.State == PostState.Visible))
            board.IdeaCount += wasSeen ? -1 : 1;
    }

    private void Follow(CommunityDb db, Idea idea, IdeaStatus to)
    {
        var now = time.GetUtcNow();
        db.IdeaStatusChanges.Add(new IdeaStatusChange { Id = ids.Next(), IdeaId = idea.Id, From = idea.Status, To = to, ById = null, At = now });
        idea.Become(to, now);
    }

    // The visible post with the highest number; the opening where none is visible.
    private static async Task FindLast(CommunityDb db, Idea idea, Post changed, CancellationToken cancel)
    {
        var others = db.Posts.AsNoTracking().Where(p => p.DiscussionId == idea.Id && p.Id != changed.Id);
        var last = await others.Where(p => p.State == PostState.Visible).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel)
            ?? await others.FirstOrDefaultAsync(p => p.Number == 1, cancel);
        if (last is null || (changed.IsVisible && (!last.IsVisible || changed.Number > last.Number)))
            last = changed;
        (idea.LastPostId, idea.LastPostAt) = (last.Id, last.CreatedAt);
    }

    private static async Task<IdeaBoard> BoardOf(CommunityDb db, Idea idea, CancellationToken cancel) => (await db.IdeaBoards.FindAsync([idea.BoardId], cancel))!;

    private static async Task<(Idea Idea, Post Post)?> Rows(CommunityDb db, ContentKind kind, long discussionId, long postId, CancellationToken cancel)
    {
        if (kind != ContentKind.Idea)
            return null;
        return ((await db.Ideas.FindAsync([discussionId], cancel))!, (await db.Posts.FindAsync([postId], cancel))!);
    }
}
