using Community.Data;
using Community.Discussions;
using Community.Ideas.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>The team says how far an idea has come, answers it, or both. What it says is an official comment that is pinned on top.</summary>
public sealed class SetIdeaStatus(CommunityData data, PrepareText prepare, AddPost posts, Ids ids, TimeProvider time)
{
    internal const string Action = "set-idea-status";

    /// <param name="IdeaNumber">The public number.</param>
    /// <param name="To">The wanted status; the one it has for an answer alone.</param>
    /// <param name="Text">Markdown; planned, shipped and declined need it.</param>
    /// <param name="Key">Made by the client: the same key again changes nothing.</param>
    /// <param name="From">What the decision was made in; another one by now is a conflict.</param>
    public sealed record Input(long IdeaNumber, IdeaStatus To, string? Text, Guid Key, IdeaStatus? From = null);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        if (string.IsNullOrWhiteSpace(input.Text))
            return await data.Write(db => Write(db, actor, input, null, cancel), cancel);
        var text = await prepare.Run(actor, Author.Of(actor), input.Text, cancel: cancel);
        return text.Problem is { } badText ? badText : await data.Write(db => Write(db, actor, input, text.Value, cancel), cancel);
    }

    /// <summary>Takes a change of status back: nothing is said, and who heard of it hears again.</summary>
    internal Task<Result<Done>> Restore(Actor actor, long ideaId, IdeaStatus from, IdeaStatus to, string reason, CancellationToken cancel) => data.Write<Done>(
        async db =>
        {
            var number = await db.Ideas.Where(i => i.Id == ideaId).Select(i => i.Number).FirstOrDefaultAsync(cancel);
            if (await IdeaRow.Find(db, number) is not { } row)
                return Problem.NotFound();
            if (IdeaRules.WhyNotManage(actor, row.Idea, time.GetUtcNow()) is { } refused)
                return refused;
            if (row.Idea.Status != from)
                return Problem.Conflict("already-handled");
            // What was said with it is pinned no longer; it stays in the thread, where its author may take it away.
            var said = await db.IdeaStatusChanges.Where(c => c.IdeaId == ideaId && c.From == to && c.To == from).OrderByDescending(c => c.Id).Select(c => c.PostId).FirstOrDefaultAsync(cancel);
            if (said is { } answer && row.Idea.AnswerPostId == answer)
                row.Idea.AnswerPostId = await db.AnswerOf(ideaId, answer, cancel);
            await Change(db, actor, row, to, null, reason, cancel);
            return Done.Yes;
        },
        cancel);

    private async Task<Result<Done>> Write(CommunityDb db, Actor actor, Input input, PreparedText? text, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var me = actor.MemberId!.Value;
        if (await IdeaRow.Find(db, input.IdeaNumber) is not { Idea: var idea } row)
            return Problem.NotFound();
        if (IdeaRules.WhyNotManage(actor, idea, now) is { } refused)
            return refused;
        if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
            return first == idea.Id ? Done.Yes : Problem.Conflict("key-used");
        if (idea.Status == IdeaStatus.Merged)
            return Problem.Conflict("idea-merged");
        if (input.From is { } seen && seen != idea.Status)
            return Problem.Conflict("already-handled");
        if (input.To != idea.Status && !IdeaStatuses.ChoicesFrom(idea.Status, row.Board.Statuses).Contains(input.To))
            return Problem.Invalid("to", "idea-move");
        if (text is null && input.To == idea.Status)
            return Done.Yes;
        if (text is null && input.To.NeedsText())
            return Problem.Invalid("text", "official-text-required");

        Post? answer = null;
        if (text is not null)
        {
            var said = await posts.Run(db, row.Discussion, await db.Members.FirstAsync(m => m.Id == me, cancel), Author.Of(actor), text, mayRepeat: true, cancel: cancel);
            if (said.Problem is { } unsaid)
                return unsaid;
            answer = said.Value;
            (idea.AnswerPostId, idea.AnsweredAt) = (answer!.Id, idea.AnsweredAt ?? now);
        }

        db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = idea.Id, At = now });
        await Change(db, actor, row, input.To, answer, null, cancel);
        return Done.Yes;
    }

    private async Task Change(CommunityDb db, Actor actor, IdeaRow row, IdeaStatus to, Post? answer, string? reason, CancellationToken cancel)
    {
        var (idea, from, now) = (row.Idea, row.Idea.Status, time.GetUtcNow());
        db.IdeaStatusChanges.Add(new IdeaStatusChange { Id = ids.Next(), IdeaId = idea.Id, From = from, To = to, ById = actor.MemberId, At = now, PostId = answer?.Id });
        db.Raise(new IdeaStatusChanged(idea.Id, from, to, answer?.Id, actor.MemberId, await db.HearersOf(await db.GroupOf(idea.Id, cancel), idea.Audience, actor.MemberId, cancel)));
        row.Discussion.Change();
        if (from == to)
        {
            db.Raise(new StaffActed(actor.MemberId, "answer-idea", new ContentRef(ContentKind.Idea, idea.Id), idea.AuthorId, null, null, to.ToString()));
            return;
        }

        idea.Become(to, now);
        db.Raise(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Idea, idea.Id), idea.AuthorId, reason, from.ToString(), to.ToString()));
    }
}
