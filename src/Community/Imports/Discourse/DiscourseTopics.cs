using System.Globalization;
using Community.Data;

namespace Community.Imports.Discourse;

/// <summary>The topics of an export of Discourse, the oldest first.</summary>
internal sealed class DiscourseTopics(DiscourseExport export, AssembleThread threads, Ids ids) : IExportedTopics
{
    private ImportedPlaces? places;

    public AssembleThread Threads => threads;

    /// <summary>Those that an earlier run brought in, from this folder or from another with the same content.</summary>
    public HashSet<long> Here { get; private set; } = [];

    public string Format => "discourse";

    public SourceAuthors Authors => export.Authors;

    public long PostRows => export.PostRows;

    public async Task<int> LeaveOutWhatIsHere(CommunityDb db, string source, CancellationToken cancel)
    {
        var made = await ImportedTopics.Ids(db, cancel);
        Here = [.. export.Topics.Where(t => t.Value.HasHead && made.Contains(PrepareThread.IdOf(t.Key, t.Value.CreatedAt))).Select(t => t.Key)];
        return Here.Count;
    }

    public async Task<int> AddForums(CommunityDb db, string source, CancellationToken cancel)
    {
        places = await ImportedPlaces.Add(db, source, export, export.Topics.Where(t => t.Value.HasHead && !Here.Contains(t.Key)).Select(t => t.Value), ids, cancel);
        return places.Added;
    }

    public IEnumerable<WaitingTopic> Topics()
    {
        var rows = 0L;
        foreach (var (id, entry) in export.Topics.Where(t => t.Value.HasHead).OrderBy(t => t.Value.CreatedAt).ThenBy(t => t.Key))
        {
            rows += entry.PostRows;
            if (!Here.Contains(id) && threads.Run(id) is { } thread)
                yield return new WaitingTopic(thread.Posts.Count, rows, authors => Prepare(thread, authors));
        }
    }

    private PreparedTopic Prepare(SourceThread thread, ImportedAuthors authors)
    {
        var id = thread.Topic.Id;
        return new PreparedTopic(Key(id), new PrepareThread(threads, authors).Run(thread, places!.IdOf(id)), [.. thread.Posts.Select(p => (Key(p.Id), AssembleThread.IdOf(p)))])
        {
            IsForStaff = places.IsForStaff(id),
        };
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
