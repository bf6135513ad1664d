using Community.Data;
using Community.Imports.Contract;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>
/// Writes topics, each whole and with the note that it is here, in one transaction: what a killed run leaves is what the next run sees.
/// </summary>
internal sealed class WriteImport(CommunityData data, IDatabaseProvider provider, string source, ImportedAuthors authors)
{
    private const string PostKind = "post";
    private int topics;
    private int posts;
    private int gaps;
    private int forStaff;

    public ImportSummary Summary(int topicsHere, int forumsAdded, int rowsSkipped) =>
        new(topics, topicsHere, posts, gaps, authors.Added, forumsAdded, rowsSkipped, forStaff);

    public async Task Add(IReadOnlyList<PreparedTopic> batch, CancellationToken cancel)
    {
        var added = await data.Write<List<PreparedTopic>>(
            async db =>
            {
                // What is prepared may name them.
                if (await FormerMembers.Count(db, cancel) != authors.Erased)
                    throw new RefusedImportException("Somebody was erased while the import ran. Run it again: it goes on where it stopped, without their name.");
                // Another run may be at work beside this one.
                var keys = batch.Select(t => t.Key).ToList();
                var here = await db.ImportedItems.Where(i => i.Source == source && i.Kind == ImportedTopics.Kind && keys.Contains(i.Key)).Select(i => i.Key).ToListAsync(cancel);
                var missing = batch.Where(t => !here.Contains(t.Key)).ToList();
                if (missing.Count == 0)
                    return missing;

                authors.AddMissing(db, missing.Select(t => t.Topic));
                await provider.BulkInsert(db, missing.SelectMany(Items).ToList(), cancel);
                if (await db.Site.FindAsync([SiteSettings.TheOne], cancel) is { } site)
                    site.Epoch++;
                db.Raise(new TopicsImported([.. missing.Select(t => t.Topic)]));
                db.Raise(new SiteChanged());
                return missing;
            },
            cancel);

        topics += added.Value!.Count;
        forStaff += added.Value.Count(t => t.IsForStaff);
        posts += added.Value.Sum(t => t.Posts.Count);
        gaps += added.Value.Sum(t => t.Topic.Posts.Count - t.Posts.Count);
    }

    private IEnumerable<ImportedItem> Items(PreparedTopic topic) => topic.Posts
        .Select(p => new ImportedItem { Source = source, Kind = PostKind, Key = p.Key, ContentId = p.Id })
        .Prepend(new ImportedItem { Source = source, Kind = ImportedTopics.Kind, Key = topic.Key, ContentId = topic.Topic.Id });
}
