using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Says something about an idea.</summary>
public sealed class CommentOnIdea(CommunityData data, PrepareText prepare, AddPost posts, TimeProvider time)
{
    /// <param name="IdeaNumber">The public number.</param>
    /// <param name="Body">Markdown.</param>
    /// <param name="ReplyToNumber">The number of the post that this one answers, where it answers one.</param>
    /// <param name="Key">Made by the client: the same key again returns the first comment.</param>
    /// <param name="Draft">The sequence of the draft that the text was kept as; 0 where there was none.</param>
    public sealed record Input(long IdeaNumber, string? Body, int? ReplyToNumber, Guid Key, long Draft = 0);

    public sealed record Posted(long PostId, int Number, bool IsHeld);

    public async Task<Result<Posted>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var text = await prepare.Run(actor, Author.Of(actor), input.Body, cancel: cancel);
        if (text.Problem is { } badText)
            return badText;
        return await data.WriteBeside(
            async db =>
            {
                await db.HoldMembers([actor.MemberId!.Value], cancel);
                return await Within(db, actor, input, text.Value!, cancel);
            },
            cancel);
    }

    /// <summary>The same inside the write of another act, which holds the member already.</summary>
    internal async Task<Result<Posted>> Within(CommunityDb db, Actor actor, Input input, PreparedText text, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var me = actor.MemberId!.Value;
        await db.Hold(db.Discussions.Where(d => db.Ideas.Any(i => i.Id == d.Id && i.Number == input.IdeaNumber)).Select(d => d.Id), cancel);
        if (await IdeaRow.Find(db, input.IdeaNumber) is not { } row)
            return Problem.NotFound();
        if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
            return await Repeat(db, first, row, cancel);
        if (IdeaRules.WhyNotComment(actor, row.Idea, row.Board, now) is { } refused)
            return refused;

        var comment = await posts.Run(db, row.Discussion, await db.Members.FirstAsync(m => m.Id == me, cancel), Author.Of(actor), text, input.ReplyToNumber, cancel: cancel);
        if (comment.Problem is { } problem)
            return problem;
        await db.EndDraft(me, DraftPlace.Reply(row.Discussion.Id), input.Key, input.Draft, cancel);
        db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = comment.Value!.Id, At = now });
        return Of(comment.Value);
    }

    // Elsewhere the first result would be told as that of a text which is written nowhere.
    private static async Task<Result<Posted>> Repeat(CommunityDb db, long postId, IdeaRow row, CancellationToken cancel) =>
        await db.Posts.FirstOrDefaultAsync(p => p.Id == postId && p.DiscussionId == row.Idea.Id, cancel) is { } post ? Of(post) : Problem.Conflict("key-used");

    private static Posted Of(Post post) => new(post.Id, post.Number, post.State == PostState.Held);
}
