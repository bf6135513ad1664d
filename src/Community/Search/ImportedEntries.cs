using Community.Data;
using Community.Imports.Contract;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Entries of topics, ideas and tags that came from elsewhere. Comes after those who keep them, and saved them.</summary>
internal sealed class ImportedEntries(IDatabaseProvider provider, Subjects subjects) : IHandle<TopicsImported>, IHandle<IdeasImported>
{
    public async Task Handle(TopicsImported happened, CommunityDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var authors = happened.Topics.SelectMany(t => t.Posts.Select(p => p.AuthorId).Append(t.AuthorId)).OfType<long>().Distinct().ToList();
        var erased = await db.Members.Where(m => m.State == MemberState.Erased && authors.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(cancel);

        // What was taken in without the words of an erased person stands otherwise in the database than it came.
        var (changed, asTheyCame) = Parted(happened.Topics, t => erased.Contains(t.AuthorId) || t.Posts.Any(p => p.AuthorId is { } a && erased.Contains(a)));
        var entries = asTheyCame.SelectMany(Posts).AsParallel().AsOrdered().Select(Entries.OfPost).ToList();
        var discussions = changed.ConvertAll(t => t.Id);
        if (discussions.Count > 0)
            entries.AddRange((await subjects.Of(ContentKind.Topic).Posts(db).Where(p => discussions.Contains(p.DiscussionId)).ToListAsync(cancel)).Select(Entries.OfPost));
        if (happened.Topics.Any(t => t.Tags.Count > 0))
            entries.AddRange(await NewTags(db, cancel));
        await provider.BulkInsert(db, entries, cancel);
    }

    public async Task Handle(IdeasImported happened, CommunityDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var ids = happened.Ideas.Select(i => i.Id).ToList();
        var posts = await subjects.Of(ContentKind.Idea).Posts(db).Where(p => ids.Contains(p.DiscussionId)).ToListAsync(cancel);
        await provider.BulkInsert(db, [.. posts.Select(Entries.OfPost), .. await NewTags(db, cancel)], cancel);
    }

    private static IEnumerable<SearchablePost> Posts(ImportedTopic topic)
    {
        var isVisible = topic.Posts[0].State is ImportedState.Visible or ImportedState.Gap;
        return topic.Posts.Where(p => p.State == ImportedState.Visible || (p.Number == 1 && isVisible)).Select(p => new SearchablePost
        {
            Id = p.Id,
            DiscussionId = topic.Id,
            Number = p.Number,
            AuthorId = p.AuthorId,
            CreatedAt = p.CreatedAt,
            Language = p.Language,
            Html = p.State == ImportedState.Visible ? p.Html : "",
            Title = p.Number == 1 ? topic.Title : null,
        });
    }

    private async Task<IEnumerable<SearchEntry>> NewTags(CommunityDb db, CancellationToken cancel)
    {
        var tags = await subjects.AllTags(db).Where(t => !db.SearchEntries.Any(e => e.Id == -t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(cancel);
        return tags.Select(t => Entries.OfTag(t.Id, t.Name));
    }

    private static (List<T> Those, List<T> Others) Parted<T>(IEnumerable<T> all, Func<T, bool> which)
    {
        var parts = all.ToLookup(which);
        return ([.. parts[true]], [.. parts[false]]);
    }
}
