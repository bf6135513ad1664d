using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas;

/// <summary>Submits an idea: title, tags and text.</summary>
public sealed class SubmitIdea(
    CommunityData data, PrepareText prepare, NewIdeas make, TimeProvider time, IOptions<IdeaLimits> limits, IOptions<PostLimits> postLimits)
{
    /// <param name="BoardSlug">Where it is submitted.</param>
    /// <param name="Title">One line.</param>
    /// <param name="Body">Markdown.</param>
    /// <param name="Tags">Names with commas between them.</param>
    /// <param name="Key">Made by the client: the same key again returns the first idea.</param>
    /// <param name="Draft">The sequence of the draft that the text was kept as; 0 where there was none.</param>
    public sealed record Input(string BoardSlug, string? Title, string? Body, string? Tags, Guid Key, long Draft = 0);

    public sealed record Submitted(long Number, string Slug, IdeaStatus Status);

    public async Task<Result<Submitted>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var title = input.Title?.Trim() ?? "";
        if (TextRules.WhyNotLine(title, limits.Value.Title) is { } badTitle)
            return badTitle;
        var tags = TagNames.Parse(input.Tags, postLimits.Value);
        if (tags.Problem is { } badTags)
            return badTags;
        var text = await prepare.Run(actor, Author.Of(actor), input.Body, cancel: cancel);
        if (text.Problem is { } badText)
            return badText;
        return await data.Write(db => Write(db, actor, input, new(title, text.Value!, tags.Value!), cancel), cancel);
    }

    private async Task<Result<Submitted>> Write(CommunityDb db, Actor actor, Input input, NewIdeas.Words words, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var me = actor.MemberId!.Value;
        if (await db.FirstResultOf(me, input.Key, cancel) is { } first)
            return await db.Ideas.FirstOrDefaultAsync(i => i.Id == first, cancel) is { } known ? Of(known) : Problem.Conflict("key-used");
        if (await db.IdeaBoards.FirstOrDefaultAsync(b => b.Slug == input.BoardSlug, cancel) is not { } board)
            return Problem.NotFound();
        if (IdeaRules.WhyNotSubmit(actor, board, now) is { } refused)
            return refused;
        if (await TooMany(db, actor, now, cancel) is { } tooMany)
            return tooMany;

        var made = await make.Run(db, board, await db.Members.FirstAsync(m => m.Id == me, cancel), Author.Of(actor), words, cancel: cancel);
        if (made.Problem is { } problem)
            return problem;
        await db.EndDraft(me, DraftPlace.Idea(board.Id), input.Key, input.Draft, cancel);
        db.Receipts.Add(new Receipt { MemberId = me, Key = input.Key, ContentId = made.Value!.Id, At = now });
        return Of(made.Value);
    }

    private async Task<Problem?> TooMany(CommunityDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var day = Ids.First(now - DayLimit.Day);
        return actor.IsStaff ? null : await DayLimit.WhyNot(
            db.Ideas.Where(i => i.AuthorId == actor.MemberId && i.Id >= day).OrderByDescending(i => i.Id).Select(i => i.CreatedAt), limits.Value.IdeasPerDay, "ideas-per-day", now, cancel);
    }

    private static Submitted Of(Idea idea) => new(idea.Number, idea.Slug, idea.Status);
}
