using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas;

/// <summary>
/// The team takes a second wish out of an idea and makes it an idea of its own, in the same board. Votes stay with the first: nobody is
/// made to back what they have not seen. Who wished for it is named on the new one.
/// </summary>
public sealed class SplitIdea(CommunityData data, PrepareText prepare, NewIdeas make, TimeProvider time, IOptions<IdeaLimits> limits)
{
    /// <param name="IdeaNumber">The idea that says two things.</param>
    /// <param name="Title">Of the new one.</param>
    /// <param name="Body">Of the new one, Markdown.</param>
    /// <param name="Key">Made by the client: the same key again returns the first result.</param>
    public sealed record Input(long IdeaNumber, string? Title, string? Body, Guid Key);

    public async Task<Result<SubmitIdea.Submitted>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var title = input.Title?.Trim() ?? "";
        if (TextRules.WhyNotLine(title, limits.Value.Title) is { } badTitle)
            return badTitle;
        var text = await prepare.Run(actor, Author.Of(actor), input.Body, cancel: cancel);
        if (text.Problem is { } badText)
            return badText;
        return await data.Write(db => Write(db, actor, input, new(title, text.Value!, []), cancel), cancel);
    }

    private async Task<Result<SubmitIdea.Submitted>> Write(CommunityDb db, Actor actor, Input input, NewIdeas.Words words, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var me = actor.MemberId!.Value;
        if (await IdeaRow.Find(db, input.IdeaNumber) is not { Idea: var whole } row)
            return Problem.NotFound();
        if (IdeaRules.WhyNotManage(actor, whole, now) is { } refused)
            return refused;
        if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
            return await db.Ideas.FirstOrDefaultAsync(i => i.Id == first, cancel) is { } known ? new SubmitIdea.Submitted(known.Number, known.Slug, known.Status) : Problem.Conflict("key-used");
        if (whole.Status == IdeaStatus.Merged)
            return Problem.Conflict("idea-merged");
        if (row.Board.IsArchived)
            return Problem.Forbidden("board-archived");

        var made = await make.Run(db, row.Board, await db.Members.FirstAsync(m => m.Id == me, cancel), Author.Of(actor), words, whole.Id, cancel);
        if (made.Problem is { } problem)
            return problem;
        row.Discussion.Change();
        db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = made.Value!.Id, At = now });
        db.Raise(new StaffActed(me, "split-idea", new ContentRef(ContentKind.Idea, whole.Id), whole.AuthorId, null, null, made.Value.Title));
        return new SubmitIdea.Submitted(made.Value.Number, made.Value.Slug, made.Value.Status);
    }
}
