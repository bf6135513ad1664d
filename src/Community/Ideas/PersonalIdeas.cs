using Community.Data;
using Community.Discussions.Contract;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>
/// The ideas that people submitted, their votes, and what they did for the team. An idea that others back stays, under a title that says
/// nothing; votes that counted go on counting, and lead to nobody but a former member.
/// </summary>
internal sealed class PersonalIdeas : IPersonalData
{
    private const int AtOnce = 200;

    internal static readonly LocalizedText NeutralTitle = new("削除されたアイデア", "Removed idea");

    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of(
            "ideas", Erasing.Blanked, (db, m) => db.Ideas.Where(i => i.AuthorId == m), nameof(Idea.AuthorId), nameof(Idea.Title), nameof(Idea.Slug), nameof(Idea.Language))
            with { WithWords = (db, m, cancel) => Named(db, m).CountAsync(cancel) },
        PersonalTable.Of("idea-votes", Erasing.Blanked, (db, m) => db.IdeaVotes.Where(v => v.MemberId == m), nameof(IdeaVote.MemberId), nameof(IdeaVote.Reason))
            with { WithWords = (db, m, cancel) => db.IdeaVotes.CountAsync(v => v.MemberId == m && v.Reason != null, cancel) },
        PersonalTable.Of("votes-passed-on", Erasing.Blanked, (db, m) => db.ProxyVotes.Where(v => v.ById == m), nameof(ProxyVote.ById), nameof(ProxyVote.Name), nameof(ProxyVote.Evidence))
            with { WithWords = (db, m, cancel) => Task.FromResult(0) },
        PersonalTable.Of("idea-statuses", Erasing.Kept, (db, m) => db.IdeaStatusChanges.Where(c => c.ById == m), nameof(IdeaStatusChange.ById))
            with { KeptBecause = "What the team decided stays decided; the entry leads to a former member." },
        PersonalTable.Of("idea-merges", Erasing.Kept, (db, m) => db.IdeaMerges.Where(c => c.ById == m || c.UndoneById == m), nameof(IdeaMerge.ById), nameof(IdeaMerge.UndoneById))
            with { KeptBecause = "What was told together can be told apart again; the entry leads to a former member." },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("ideas", db.Ideas.Where(i => i.AuthorId == memberId).OrderBy(i => i.Id)
            .Join(db.IdeaBoards, i => i.BoardId, b => b.Id, (i, b) => new { i.Id, Number = (int)i.Number, Board = b.Slug, i.Title, i.Status, i.State, i.CreatedAt, i.BackerCount, i.CommentCount }).AsAsyncEnumerable()),
        new("idea-votes", db.IdeaVotes.Where(v => v.MemberId == memberId).OrderBy(v => v.Id)
            .Join(db.Ideas, v => v.IdeaId, i => i.Id, (v, i) => new { Idea = (int)i.Number, v.Importance, v.Reason, v.At, v.Since, v.CountedAt, TakenBackAt = v.UndoneAt }).AsAsyncEnumerable()),
        // For whom it was is not theirs to take along.
        new("votes-passed-on", db.ProxyVotes.Where(v => v.ById == memberId).OrderBy(v => v.Id)
            .Join(db.Ideas, v => v.IdeaId, i => i.Id, (v, i) => new { Idea = (int)i.Number, v.At, TakenBackAt = v.UndoneAt }).AsAsyncEnumerable()),
        new("idea-statuses", db.IdeaStatusChanges.Where(c => c.ById == memberId).OrderBy(c => c.Id)
            .Join(db.Ideas, c => c.IdeaId, i => i.Id, (c, i) => new { Idea = (int)i.Number, c.From, c.To, c.At }).AsAsyncEnumerable()),
        new("idea-merges", db.IdeaMerges.Where(m => m.ById == memberId || m.UndoneById == memberId).OrderBy(m => m.Id)
            .Join(db.Ideas, m => m.SourceId, i => i.Id, (m, i) => new { Idea = (int)i.Number, m.At, m.UndoneAt }).AsAsyncEnumerable()),
    ];

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        // What never counted never will.
        await data.InBatches(
            db => db.IdeaVotes.Where(v => v.MemberId == me && v.CountedAt == null && v.UndoneAt == null).OrderBy(v => v.Id).Take(Batches.Size)
                .ExecuteUpdateAsync(v => v.SetProperty(x => x.UndoneAt, x => x.At), cancel),
            cancel);
        await data.InBatches(
            db => db.IdeaVotes.Where(v => v.MemberId == me && v.Reason != null).OrderBy(v => v.Id).Take(Batches.Size).ExecuteUpdateAsync(v => v.SetProperty(x => x.Reason, (string?)null), cancel), cancel);
        if (!person.KeepsTexts)
            await Retitle(data, db => Named(db, me), _ => NeutralTitle.In(person.Language), cancel);
        var (mention, page) = PersonNames.Patterns(person);
        await Retitle(data, db => db.Ideas.Where(i => EF.Functions.Like(SqlText.Lower(i.Title), mention) || EF.Functions.Like(SqlText.Lower(i.Title), page)), person.Without, cancel);
        await Rewrite(data, person, mention, page, cancel);
    }

    /// <summary>Their ideas that are still called something.</summary>
    private static IQueryable<Idea> Named(CommunityDb db, long member) =>
        db.Ideas.Where(i => i.AuthorId == member && i.Title != NeutralTitle.Ja && i.Title != NeutralTitle.En);

    private static async Task Retitle(CommunityData data, Func<CommunityDb, IQueryable<Idea>> which, Func<string, string> change, CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var page = await data.Read(db => which(db).Where(i => i.Id > after).OrderBy(i => i.Id).Take(AtOnce).Select(i => new { i.Id, i.Number }).ToListAsync(cancel), cancel);
            foreach (var idea in page)
                await data.Write(db => Retitle(db, idea.Number, change), cancel);
            if (page.Count < AtOnce)
                return;
            after = page[^1].Id;
        }
    }

    private static async Task<Result<Done>> Retitle(CommunityDb db, long number, Func<string, string> change)
    {
        var row = (await IdeaRow.Find(db, number))!;
        var title = change(row.Idea.Title);
        if (title == row.Idea.Title)
            return Done.Yes;
        (row.Idea.Title, row.Idea.Slug, row.Idea.Language) = (title, Slug.Of(title), ContentLanguage.Detect(title) ?? row.Idea.Language);
        row.Discussion.Change(ofSubject: true);
        if (await db.Posts.Where(p => p.DiscussionId == row.Idea.Id && p.Number == 1).Select(p => p.Id).FirstOrDefaultAsync() is var opening and not 0)
            db.Raise(new PostRewritten(opening));
        return Done.Yes;
    }

    // Reasons of others, and what the team noted, may lead to the person as well.
    private static async Task Rewrite(CommunityData data, ErasedPerson person, string mention, string page, CancellationToken cancel)
    {
        var reasons = await data.Read(
            db => db.IdeaVotes.Where(v => v.Reason != null && (EF.Functions.Like(SqlText.Lower(v.Reason), mention) || EF.Functions.Like(SqlText.Lower(v.Reason), page))).Select(v => new { v.Id, v.Reason }).ToListAsync(cancel), cancel);
        foreach (var vote in reasons)
            await data.Write<int>(async db => await db.IdeaVotes.Where(v => v.Id == vote.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.Reason, person.Without(vote.Reason!)), cancel), cancel);
        var notes = await data.Read(
            db => db.ProxyVotes.Where(v => EF.Functions.Like(SqlText.Lower(v.Name), mention) || EF.Functions.Like(SqlText.Lower(v.Name), page)
                || EF.Functions.Like(SqlText.Lower(v.Evidence), mention) || EF.Functions.Like(SqlText.Lower(v.Evidence), page)).ToListAsync(cancel),
            cancel);
        foreach (var note in notes)
        {
            await data.Write<int>(
                async db => await db.ProxyVotes.Where(v => v.Id == note.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.Name, person.Without(note.Name)).SetProperty(x => x.Evidence, person.Without(note.Evidence)), cancel), cancel);
        }
    }
}
