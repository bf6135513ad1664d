using Community.Data;
using Community.Members;

namespace Community.Imports.Threads;

/// <param name="File">Threads, one a line.</param>
/// <param name="Source">Tells this board from others and names its forum; the file's name where it is null.</param>
/// <param name="Report">Told of what is left out.</param>
public sealed record ThreadsInput(string File, string? Source, Action<RowProblem> Report)
{
    public ForumChoice Forum { get; init; } = new();
}

/// <summary>Brings in threads of a bulletin board whose speakers are anonymous: all of it is checked first, then whole topics are written.</summary>
public sealed class ImportThreads(CommunityData data, IDatabaseProvider provider, Ids ids, TimeProvider time, KeyedHash hash)
{
    private readonly BringIn bringIn = new(data, provider, ids, time, hash);

    /// <exception cref="RefusedImportException">The input is not such a file; nothing was written.</exception>
    public async Task<ImportSummary> Run(ThreadsInput input, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var skipped = 0;
        void Report(RowProblem problem)
        {
            skipped++;
            input.Report(problem);
        }

        var name = input.Source ?? SourceFile.NameOf(input.File);
        var today = await DayOfImport.Today(data, time, cancel);
        using var found = await Task.Run(() => new ReadThreads(SourceFile.Existing(input.File), today, Report, progress, cancel).Run(), cancel);
        return await bringIn.Run(new ThreadTopics(found, name, today, input.Forum, ids), "threads:" + name, () => skipped, progress, cancel);
    }
}
