using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>
/// Writes what a reader found, many whole topics at a time. A run that was cut short is finished by the next, and what is here already
/// is left alone.
/// </summary>
internal sealed class BringIn(CommunityData data, IDatabaseProvider provider, Ids ids, TimeProvider time, KeyedHash hash)
{
    private const int AtOnce = 500;

    public async Task<ImportSummary> Run(IExportedTopics export, string source, Func<int> skipped, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (!await data.Read(db => ImportedNames.IsTheirs(db, hash, cancel), cancel))
            throw new RefusedImportException("The key keys/keyed-hash.key of the data directory is not the one by which this community forgot the names of erased people; they would come back. Put the old one there.");
        var here = await data.Read(db => export.LeaveOutWhatIsHere(db, source, cancel), cancel);
        var run = await Start(export.Format, source, cancel);
        var forums = await data.Write<int>(async db => await export.AddForums(db, source, cancel), cancel);
        var authors = await data.Read(db => ImportedAuthors.Load(db, hash, source, export.Authors.All, cancel), cancel);
        var writer = new WriteImport(data, provider, source, authors);

        await using var batches = new PreparedBatches(export, authors, progress, cancel);
        await foreach (var batch in batches.Read())
            await writer.Add(batch, cancel);
        await RememberAddresses(export.Authors, authors, cancel);
        var summary = writer.Summary(here, forums.Value, skipped());
        await Finish(run, summary, cancel);
        return summary;
    }

    // Last of all, so that a list of users that comes later serves members who are here already.
    private async Task RememberAddresses(SourceAuthors people, ImportedAuthors authors, CancellationToken cancel)
    {
        foreach (var some in people.All.Where(p => p is { EmailHash: not null, Users: 1 }).Chunk(AtOnce))
        {
            var hashes = some.ToDictionary(p => authors.IdOf(p.Name), p => p.EmailHash!);
            await data.Write<Done>(
                async db =>
                {
                    var lacking = await db.Members.Where(m => hashes.Keys.Contains(m.Id) && m.State == MemberState.Imported && !db.FormerEmails.Any(f => f.MemberId == m.Id)).Select(m => m.Id).ToListAsync(cancel);
                    db.FormerEmails.AddRange(lacking.Select(id => new FormerEmail { MemberId = id, Hash = hashes[id] }));
                    return Done.Yes;
                },
                cancel);
        }
    }

    private async Task<long> Start(string format, string source, CancellationToken cancel)
    {
        var run = new ImportRun { Id = ids.Next(), Format = format, Source = source, StartedAt = time.GetUtcNow() };
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
