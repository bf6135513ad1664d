using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Community.Cli.Hosting;
using Community.Cli.Progress;
using Community.Imports;
using Community.Imports.Discourse;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Cli.Verbs;

internal static class ImportVerb
{
    private const int MostProblems = 1000;

    public static Command Make(Settings settings)
    {
        var folder = new Argument<string>("folder") { Description = "Holds topics.jsonl and posts.jsonl (either may end in .gz), documents as /t/ID.json gives them, or both." };
        var source = new Option<string?>("--source") { Description = "A name that tells this community's exports from others; by default the folder's name." };
        var discourse = new Command("discourse", "Brings in an export of Discourse. A run that was cut short is finished by the next; nothing is added twice.") { folder, source };
        discourse.SetAction(async (parsed, cancel) => await Run(settings, parsed.GetRequiredValue(folder), parsed.GetValue(source), cancel));
        return new Command("import", "Brings in what another system exported.") { discourse };
    }

    private static async Task<int> Run(Settings settings, string folder, string? source, CancellationToken cancel)
    {
        await using var services = await Services.OpenOrCreate(settings, cancel);
        var clock = Stopwatch.StartNew();
        var (problems, more) = (new List<RowProblem>(), 0);
        var input = new DiscourseInput(folder, source, problem =>
        {
            if (problems.Count < MostProblems)
                problems.Add(problem);
            else
                more++;
        });
        var import = services.GetRequiredService<ImportDiscourse>();
        ImportSummary summary;
        try
        {
            summary = await WorkBar.Show("Importing", "posts", tell => import.Run(input, new Told(tell), cancel));
        }
        finally
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync($"{problem.File} line {problem.Line}: {problem.Sentence}; skipped.");
            if (more > 0)
                await Console.Error.WriteLineAsync($"and {more} rows more.");
        }

        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.TopicsAdded:N0} topics, {summary.PostsAdded:N0} posts, {summary.MembersAdded:N0} members and {summary.ForumsAdded:N0} forums added; {summary.Gaps:N0} gaps kept; {summary.TopicsHere:N0} topics were here already; {summary.RowsSkipped:N0} rows skipped."));
        if (summary.TopicsForStaff > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Topics for the staff alone: {summary.TopicsForStaff:N0}. They were restricted, unlisted, deleted or without a category; open their forums or move them."));
        if (summary.TopicsStillOpen > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Topics that everybody can read although the export now keeps them from some: {summary.TopicsStillOpen:N0}. An earlier run made them public and they were left so; move or hide them."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:N1} s, {summary.PostsAdded / seconds:N0} posts/s."));
        return 0;
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
