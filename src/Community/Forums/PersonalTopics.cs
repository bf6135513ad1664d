using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The topics that people started. A topic that others answered stays, under a title that says nothing.</summary>
internal sealed class PersonalTopics : IPersonalData
{
    private const int AtOnce = 200;

    internal static readonly LocalizedText NeutralTitle = new("削除されたトピック", "Removed topic");

    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of(
            "topics", Erasing.Blanked, (db, m) => db.Topics.Where(t => t.AuthorId == m),
            nameof(Topic.AuthorId), nameof(Topic.LastPosterId), nameof(Topic.Title), nameof(Topic.Slug), nameof(Topic.Language))
            with { WithWords = (db, m, cancel) => Named(db, m).CountAsync(cancel) },
        PersonalTable.Of("topic-hosts", Erasing.Deleted, (db, m) => db.TopicHosts.Where(h => h.MemberId == m)),
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("topics", db.Topics.Where(t => t.AuthorId == memberId).OrderBy(t => t.Id)
            .Join(db.Forums, t => t.ForumId, f => f.Id, (t, f) => new { t.Id, Number = (int)t.Number, Forum = f.Slug, t.Title, t.State, t.CreatedAt, t.ReplyCount, t.IsLocked }).AsAsyncEnumerable()),
        new("topic-hosts", db.TopicHosts.Where(h => h.MemberId == memberId).OrderBy(h => h.TopicId).Join(db.Topics, h => h.TopicId, t => t.Id, (h, t) => new { Topic = (int)t.Number, t.Title }).AsAsyncEnumerable()),
    ];

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        await data.InBatches(db => db.TopicHosts.Where(h => h.MemberId == me).ExecuteDeleteAsync(cancel), cancel);
        if (!person.KeepsTexts)
            await Retitle(data, db => Named(db, person.MemberId), _ => NeutralTitle.In(person.Language), cancel);
        var (mention, page) = PersonNames.Patterns(person);
        await Retitle(data, db => db.Topics.Where(t => EF.Functions.Like(SqlText.Lower(t.Title), mention) || EF.Functions.Like(SqlText.Lower(t.Title), page)), person.Without, cancel);
    }

    /// <summary>Their topics that are still called something.</summary>
    private static IQueryable<Topic> Named(CommunityDb db, long member) =>
        db.Topics.Where(t => t.AuthorId == member && t.Title != NeutralTitle.Ja && t.Title != NeutralTitle.En);

    private static async Task Retitle(CommunityData data, Func<CommunityDb, IQueryable<Topic>> which, Func<string, string> change, CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var page = await data.Read(db => which(db).Where(t => t.Id > after).OrderBy(t => t.Id).Take(AtOnce).Select(t => new { t.Id, t.Number }).ToListAsync(cancel), cancel);
            foreach (var topic in page)
                await data.Write(db => Retitle(db, topic.Number, change), cancel);
            if (page.Count < AtOnce)
                return;
            after = page[^1].Id;
        }
    }

    private static async Task<Result<Done>> Retitle(CommunityDb db, long number, Func<string, string> change)
    {
        var row = (await TopicRow.Find(db, number))!;
        var title = change(row.Topic.Title);
        if (title == row.Topic.Title)
            return Done.Yes;
        (row.Topic.Title, row.Topic.Slug, row.Topic.Language) = (title, Slug.Of(title), ContentLanguage.Detect(title) ?? row.Topic.Language);
        row.Discussion.Change(ofSubject: true);
        if (await db.Posts.Where(p => p.DiscussionId == row.Topic.Id && p.Number == 1).Select(p => p.Id).FirstOrDefaultAsync() is var opening and not 0)
            db.Raise(new PostRewritten(opening));
        return Done.Yes;
    }
}
