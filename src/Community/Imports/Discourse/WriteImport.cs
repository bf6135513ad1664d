using System.Globalization;
using Community.Data;
using Community.Imports.Contract;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports.Discourse;

/// <summary>
/// Writes topics, each whole and with the note that it is here, in one transaction: what a killed run leaves is what the next run sees.
/// </summary>
internal sealed class WriteImport
{
    public const string TopicKind = "topic";

    private const string PostKind = "post";
    private readonly CommunityData data;
    private readonly IDatabaseProvider provider;
    private readonly string source;
    private int topics;
    private int posts;
    private int gaps;
    private int forStaff;

    private WriteImport(CommunityData data, IDatabaseProvider provider, string source, ImportedPlaces places, ImportedAuthors authors) =>
        (this.data, this.provider, this.source, Places, Authors) = (data, provider, source, places, authors);

    public ImportedPlaces Places { get; }

    public ImportedAuthors Authors { get; }

    public ImportSummary Summary(int topicsHere, int rowsSkipped) => new(topics, topicsHere, posts, gaps, Authors.Added, Places.Added, rowsSkipped, forStaff);

    public static async Task<WriteImport> Prepare(
        CommunityData data, IDatabaseProvider provider, string source, DiscourseExport export, HashSet<long> here, Ids ids, CancellationToken cancel)
    {
        var topics = export.Topics.Where(t => t.Value.HasHead && !here.Contains(t.Key)).Select(t => t.Value).ToList();
        var places = await data.Write<ImportedPlaces>(
            async db => await ImportedPlaces.Add(db, source, export, topics, ids, cancel), cancel);
        var authors = await data.Read(db => ImportedAuthors.Load(db, source, export.Authors.Values, cancel), cancel);
        return new WriteImport(data, provider, source, places.Value!, authors);
    }

    public async Task Add(IReadOnlyList<PreparedTopic> batch, CancellationToken cancel)
    {
        var added = await data.Write<List<PreparedTopic>>(
            async db =>
            {
                // Another run may be at work beside this one.
                var keys = batch.Select(t => Key(t.Source.Topic.Id)).ToList();
                var here = await db.ImportedItems.Where(i => i.Source == source && i.Kind == TopicKind && keys.Contains(i.Key)).Select(i => i.Key).ToListAsync(cancel);
                var missing = batch.Where(t => !here.Contains(Key(t.Source.Topic.Id))).ToList();
                if (missing.Count == 0)
                    return missing;

                Authors.AddMissing(db, missing.Select(t => t.Topic));
                await provider.BulkInsert(db, missing.SelectMany(Items).ToList(), cancel);
                if (await db.Site.FindAsync([SiteSettings.TheOne], cancel) is { } site)
                    site.Epoch++;
                db.Raise(new TopicsImported([.. missing.Select(t => t.Topic)]));
                db.Raise(new SiteChanged());
                return missing;
            },
            cancel);

        topics += added.Value!.Count;
        forStaff += added.Value.Count(t => Places.IsForStaff(t.Source.Topic.Id));
        posts += added.Value.Sum(t => t.Source.Posts.Count);
        gaps += added.Value.Sum(t => t.Topic.Posts.Count - t.Source.Posts.Count);
    }

    private IEnumerable<ImportedItem> Items(PreparedTopic topic) => topic.Source.Posts
        .Select(p => new ImportedItem { Source = source, Kind = PostKind, Key = Key(p.Id), ContentId = AssembleThread.IdOf(p) })
        .Prepend(new ImportedItem { Source = source, Kind = TopicKind, Key = Key(topic.Source.Topic.Id), ContentId = topic.Topic.Id });

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
