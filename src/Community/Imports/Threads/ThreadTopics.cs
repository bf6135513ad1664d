using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports.Threads;

/// <summary>The threads of a file as topics, in the order of the file.</summary>
internal sealed class ThreadTopics(BoardThreads threads, string name, DateTimeOffset today, ForumChoice choice, Ids ids) : IExportedTopics
{
    private readonly HashSet<long> here = [];
    private long forumId;
    private long idsTaken;

    public string Format => "threads";

    public SourceAuthors Authors => threads.Authors;

    public long PostRows => threads.PostRows;

    // Dates may lack, so that it is the source's own key that tells what is here.
    public async Task<int> LeaveOutWhatIsHere(CommunityDb db, string source, CancellationToken cancel)
    {
        var made = new HashSet<long>();
        await foreach (var key in db.ImportedItems.Where(i => i.Source == source && i.Kind == ImportedTopics.Kind).Select(i => i.Key).AsAsyncEnumerable().WithCancellation(cancel))
            made.Add(StableSeed.Of(key));
        here.UnionWith(threads.Rows.Select(r => r.Key).Where(made.Contains));
        idsTaken = await db.ImportedItems.LongCountAsync(i => i.Source == source, cancel);
        return here.Count;
    }

    public async Task<int> AddForums(CommunityDb db, string source, CancellationToken cancel)
    {
        if (here.Count == threads.Rows.Count)
            return 0;
        var called = choice.Name ?? name;
        var forum = await OwnForum.Add(db, source, called, new LocalizedText($"{called} から引き継いだスレッドです。", $"Threads that came from {called}."), choice, ids, cancel);
        forumId = forum.Id;
        return forum.IsNew ? 1 : 0;
    }

    public IEnumerable<WaitingTopic> Topics()
    {
        var rows = 0L;
        foreach (var (key, at) in threads.Rows)
        {
            using var json = Row.Parse(threads.Spool.Read(at).Content);
            var thread = SourceThread.From(json.RootElement, _ => { });
            rows += thread.Messages.Count;
            if (here.Contains(key))
                continue;
            var prepare = new PrepareThread(thread, today, NewId);
            yield return new WaitingTopic(thread.Messages.Count, rows, authors => prepare.Run(authors, forumId));
        }
    }

    // Boards know the minute or the day of many posts at once: a running number tells them apart, going on where the last run ended.
    private long NewId(DateTimeOffset? at) => at is { } known ? Ids.At(known, ++idsTaken) : ids.Next();
}
