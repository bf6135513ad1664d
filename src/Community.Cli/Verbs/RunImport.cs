using System.Diagnostics;
using System.Globalization;
using Community.Cli.Hosting;
using Community.Cli.Progress;
using Community.Imports;

namespace Community.Cli.Verbs;

/// <summary>Runs an import and tells what it did.</summary>
internal static class RunImport
{
    private const int MostProblems = 20;

    public static async Task<int> With(Settings settings, Func<IServiceProvider, Action<RowProblem>, IProgress<ImportProgress>, Task<ImportSummary>> import, CancellationToken cancel)
    {
        await using var services = await Services.Open(settings, cancel);
        var clock = Stopwatch.StartNew();
        var (problems, more) = (new List<RowProblem>(), 0);
        void Report(RowProblem problem)
        {
            if (problems.Count < MostProblems)
                problems.Add(problem);
            else
                more++;
        }

        ImportSummary summary;
        try
        {
            summary = await WorkBar.Show("Importing", "posts", tell => import(services, Report, new Told(tell)));
        }
        finally
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync($"{problem.File} line {problem.Line}: {problem.Sentence}{(problem.IsLeftOut ? "; skipped" : "")}.");
            if (more > 0)
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"and {more:N0} rows more."));
        }

        foreach (var sentence in Sentences(summary))
            Console.WriteLine(sentence);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:N1} s, {summary.PostsAdded / seconds:N0} posts/s."));
        return 0;
    }

    private static IEnumerable<string> Sentences(ImportSummary summary)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.TopicsAdded:N0} topics, {summary.PostsAdded:N0} posts, {summary.MembersAdded:N0} members and {summary.ForumsAdded:N0} forums added; {summary.Gaps:N0} gaps kept; {summary.TopicsHere:N0} topics were here already; {summary.RowsSkipped:N0} rows skipped.");
        if (summary.LeftOut.Count > 0)
            yield return $"Left out: {string.Join(", ", summary.LeftOut)}.";
        if (summary.TopicsForStaff > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Topics for the staff alone: {summary.TopicsForStaff:N0}. They were restricted, unlisted, deleted or without a category; open their forums or move them.");
        if (summary.TopicsStillOpen > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Topics that everybody can read although the export now keeps them from some: {summary.TopicsStillOpen:N0}. An earlier run made them public and they were left so; move or hide them.");
    }

    // Checking the files takes seconds where writing takes minutes: the bar counts posts alone.
    private sealed class Told(Action<long, long> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Phase == ImportPhase.Writing)
                tell(value.Done, value.Total);
        }
    }
}
