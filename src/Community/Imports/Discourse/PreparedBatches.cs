using System.Threading.Channels;
using Community.Imports.Contract;

namespace Community.Imports.Discourse;

/// <summary>A topic ready to be written, and the row that it comes from.</summary>
internal sealed record PreparedTopic(SourceThread Source, ImportedTopic Topic);

/// <summary>Assembles and renders the next topics on every core while the last ones are being written.</summary>
internal sealed class PreparedBatches : IAsyncDisposable
{
    /// <summary>Large enough that a durable commit costs little, small enough that three of them take little memory.</summary>
    private const int PostsInBatch = 1_000;

    private readonly Channel<IReadOnlyList<PreparedTopic>> ready = Channel.CreateBounded<IReadOnlyList<PreparedTopic>>(1);
    private readonly DiscourseExport export;
    private readonly AssembleThread threads;
    private readonly HashSet<long> here;
    private readonly WriteImport writer;
    private readonly IProgress<ImportProgress>? progress;
    private readonly CancellationTokenSource stop;
    private readonly Task work;

    public PreparedBatches(
        DiscourseExport export, AssembleThread threads, HashSet<long> here, WriteImport writer, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        (this.export, this.threads, this.here, this.writer, this.progress) = (export, threads, here, writer, progress);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        work = Task.Run(Work, CancellationToken.None);
    }

    public IAsyncEnumerable<IReadOnlyList<PreparedTopic>> Read() => ready.Reader.ReadAllAsync(stop.Token);

    /// <summary>Whatever goes wrong is told by <see cref="Read"/>.</summary>
    private async Task Work()
    {
        try
        {
            foreach (var batch in Batches())
                await ready.Writer.WriteAsync(Prepare(batch), stop.Token);

            ready.Writer.Complete();
        }
        catch (Exception failure)
        {
            ready.Writer.Complete(failure);
        }
    }

    private IEnumerable<List<SourceThread>> Batches()
    {
        var batch = new List<SourceThread>();
        var (posts, rows) = (0, 0L);
        foreach (var (id, entry) in export.Topics.Where(t => t.Value.HasHead).OrderBy(t => t.Value.CreatedAt).ThenBy(t => t.Key))
        {
            stop.Token.ThrowIfCancellationRequested();
            rows += entry.PostRows;
            if (here.Contains(id) || threads.Run(id) is not { } thread)
                continue;
            batch.Add(thread);
            posts += thread.Posts.Count;
            if (posts < PostsInBatch)
                continue;
            yield return batch;
            (batch, posts) = ([], 0);
            progress?.Report(new ImportProgress(ImportPhase.Writing, rows, export.PostRows));
        }

        if (batch.Count > 0)
            yield return batch;
        progress?.Report(new ImportProgress(ImportPhase.Writing, export.PostRows, export.PostRows));
    }

    private List<PreparedTopic> Prepare(List<SourceThread> batch)
    {
        var prepare = new PrepareThread(threads, writer.Authors);
        return [.. batch.AsParallel().AsOrdered().WithCancellation(stop.Token).Select(t => new PreparedTopic(t, prepare.Run(t, writer.Places.IdOf(t.Topic.Id))))];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }
}
