using Community.Data;
using Community.Members;
using Community.Shared;

namespace Community.Imports.Discourse;

/// <param name="Folder">Holds the export.</param>
/// <param name="Source">Tells this community's export from others; the folder's name where it is null.</param>
/// <param name="Report">Told of each row that is left out.</param>
public sealed record DiscourseInput(string Folder, string? Source, Action<RowProblem> Report);

/// <summary>Brings in an export of Discourse: all of it is checked first, then whole topics are written.</summary>
public sealed class ImportDiscourse
{
    private readonly BringIn bringIn;
    private readonly TopicsStillOpen stillOpen;
    private readonly Ids ids;
    private readonly KeyedHash hash;

    public ImportDiscourse(CommunityData data, IDatabaseProvider provider, Ids ids, TimeProvider time, KeyedHash hash, IEnumerable<IModerated> moderated)
    {
        (this.ids, this.hash) = (ids, hash);
        bringIn = new BringIn(data, provider, ids, time, hash);
        stillOpen = new TopicsStillOpen(data, moderated);
    }

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
        if (folder.Users is { } users)
            new SourceUsers(export.Authors, hash, "username").Read(users, Report, cancel);
        var topics = new DiscourseTopics(export, new AssembleThread(export, Report), ids);
        var summary = await bringIn.Run(topics, "discourse:" + (input.Source ?? folder.Name), () => skipped, progress, cancel);
        return summary with { TopicsStillOpen = await stillOpen.Count(export, topics.Threads, topics.Here, cancel) };
    }
}
