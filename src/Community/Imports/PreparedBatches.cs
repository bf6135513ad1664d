using System.Threading.Channels;

namespace Community.Imports;

/// <summary>Assembles and renders the next topics on every core while the last ones are being written.</summary>
internal sealed class PreparedBatches : IAsyncDisposable
{
    /// <summary>Large enough that a durable commit costs little, small enough that three of them take little memory.</summary>
    private const int PostsInBatch = 500;

    private readonly Channel<IReadOnlyList<PreparedTopic>> ready = Channel.CreateBounded<IReadOnlyList<PreparedTopic>>(1);
    private readonly IExportedTopics export;
    private readonly ImportedAuthors authors;
    private readonly IProgress<ImportProgress>? progress;
    private readonly CancellationTokenSource stop;
    private readonly Task work;

    public PreparedBatches(IExportedTopics export, ImportedAuthors authors, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        (this.export, this.authors, this.progress) = (export, authors, progress);
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

    private IEnumerable<List<WaitingTopic>> Batches()
    {
        var batch = new List<WaitingTopic>();
        var posts = 0;
        foreach (var topic in export.Topics())
        {
            stop.Token.ThrowIfCancellationRequested();
            batch.Add(topic);
            posts += topic.Posts;
            if (posts < PostsInBatch)
                continue;
            yield return batch;
            (batch, posts) = ([], 0);
            progress?.Report(new ImportProgress(ImportPhase.Writing, topic.RowsDone, export.PostRows));
        }

        if (batch.Count > 0)
            yield return batch;
        progress?.Report(new ImportProgress(ImportPhase.Writing, export.PostRows, export.PostRows));
    }

    private List<PreparedTopic> Prepare(List<WaitingTopic> batch) =>
        [.. batch.AsParallel().AsOrdered().WithCancellation(stop.Token).Select(t => t.Prepare(authors))];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work;
        stop.Dispose();
    }
}
