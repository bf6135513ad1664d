using System.Text.Json;

namespace Community.Imports.Threads;

/// <summary>The first pass: every row is checked before anything is written.</summary>
internal sealed class ReadThreads(string path, DateTimeOffset today, Action<RowProblem> report, IProgress<ImportProgress>? progress, CancellationToken cancel)
{
    private readonly BoardThreads found = new();
    private readonly HashSet<long> keys = [];

    public BoardThreads Run()
    {
        try
        {
            var length = new FileInfo(path).Length;
            new RowFile(path, report, read =>
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(ImportPhase.Reading, read, length));
            }).Read("threads with posts", Take);
            found.Spool.Flush();
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    private void Take(JsonElement json, long line, ReadOnlyMemory<byte> content)
    {
        var bad = new List<string>();
        var thread = SourceThread.From(json, bad.Add);
        var key = StableSeed.Of(thread.Key);
        if (!keys.Add(key))
            throw new BadRowException($"thread {thread.Key} stands above already");
        foreach (var sentence in bad)
            report(new RowProblem(Path.GetFileName(path), line, sentence));

        found.Rows.Add((key, found.Spool.Add(-1, 0, line, content.Span)));
        found.PostRows += thread.Messages.Count;
        var speakers = new Speakers(thread.Messages);
        foreach (var message in thread.Messages)
        {
            var place = speakers.Of(message);
            found.Authors.MetAnonymous(Speakers.NameOf(place), Speakers.DisplayNameOf(place), message.CreatedAt ?? today);
        }
    }
}
