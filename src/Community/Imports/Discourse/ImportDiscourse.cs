using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports.Discourse;

/// <param name="Folder">Holds the export.</param>
/// <param name="Source">Tells this community's export from others; the folder's name where it is null.</param>
/// <param name="Report">Told of each row that is left out.</param>
public sealed record DiscourseInput(string Folder, string? Source, Action<RowProblem> Report);

/// <summary>
/// Brings in an export of Discourse: all of it is checked first, then whole topics are written, many at a time. A run that was cut short
/// is finished by the next, and what is here already is left alone.
/// </summary>
public sealed class ImportDiscourse(CommunityData data, IDatabaseProvider provider, Ids ids, TimeProvider time, IEnumerable<IModerated> moderated)
{
    /// <exception cref="RefusedImportException">The input is not an export; nothing was written.</exception>
    public async Task<ImportSummary> Run(DiscourseInput input, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var folder = DiscourseFolder.Open(input.Folder);
        var skipped = 0;
        void Report(RowProblem problem)
        {
            Interlocked.Increment(ref skipped);
            input.Report(problem);
        }

        using var export = await Task.Run(() => new ReadExport(folder, Report, progress, cancel).Run(), cancel);
        var source = "discourse:" + (input.Source ?? folder.Name);
        var threads = new AssembleThread(export, Report);
        var here = await TopicsHere(export, cancel);
        var stillOpen = await new TopicsStillOpen(data, moderated).Count(export, threads, here, cancel);
        var run = await Start(source, cancel);
        var writer = await WriteImport.Prepare(data, provider, source, export, here, ids, cancel);

        await using var batches = new PreparedBatches(export, threads, here, writer, progress, cancel);
        await foreach (var batch in batches.Read())
            await writer.Add(batch, cancel);
        var summary = writer.Summary(here.Count, skipped) with { TopicsStillOpen = stillOpen };
        await Finish(run, summary, cancel);
        return summary;
    }

    /// <summary>The topics of the export that an earlier run brought in, from this folder or from another with the same content.</summary>
    private async Task<HashSet<long>> TopicsHere(DiscourseExport export, CancellationToken cancel)
    {
        var made = new HashSet<long>();
        await data.Read(
            async db =>
            {
                await foreach (var id in db.ImportedItems.Where(i => i.Kind == WriteImport.TopicKind).Select(i => i.ContentId).AsAsyncEnumerable().WithCancellation(cancel))
                    made.Add(id);
                return made.Count;
            },
            cancel);
        return [.. export.Topics.Where(t => t.Value.HasHead && made.Contains(PrepareThread.IdOf(t.Key, t.Value.CreatedAt))).Select(t => t.Key)];
    }

    private async Task<long> Start(string source, CancellationToken cancel)
    {
        var run = new ImportRun { Id = ids.Next(), Format = "discourse", Source = source, StartedAt = time.GetUtcNow() };
        await data.Write<Done>(
            db =>
            {
                db.ImportRuns.Add(run);
                return Task.FromResult<Result<Done>>(Done.Yes);
            },
            cancel);
        return run.Id;
    }

    private Task Finish(long runId, ImportSummary summary, CancellationToken cancel) => data.Write<Done>(
        async db =>
        {
            var run = await db.ImportRuns.SingleAsync(r => r.Id == runId, cancel);
            run.FinishedAt = time.GetUtcNow();
            run.Added = summary.PostsAdded;
            run.Skipped = summary.RowsSkipped;
            return Done.Yes;
        },
        cancel);
}
