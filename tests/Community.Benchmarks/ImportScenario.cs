using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Load;

namespace Community.Benchmarks;

/// <summary>A whole forum of 23,382 posts brought in by the operator's tool, and its peak of memory.</summary>
internal static class ImportScenario
{
    private const int Posts = 23_382;

    public static async Task Run()
    {
        Table.Head("Import of a Discourse forum, 23,382 posts");
        var run = await Table.MedianOfThree(Import, r => r.Rate);
        Table.Row("the import, as the tool says", string.Create(CultureInfo.InvariantCulture, $"{run.Rate:N0} posts/s"), "", "at least 5,000/s", run.Rate >= 5_000);
        Table.Row("with the tool's own start", string.Create(CultureInfo.InvariantCulture, $"{Posts / run.Seconds:N0} posts/s"), string.Create(CultureInfo.InvariantCulture, $"{run.Seconds:N1} s"));
        Table.Row("peak of memory", string.Create(CultureInfo.InvariantCulture, $"{run.Peak / 1024.0 / 1024.0:N0} MB"), "", "under 400 MB", run.Peak < 400L * 1024 * 1024);
    }

    private static async Task<(double Rate, double Seconds, long Peak)> Import()
    {
        var folder = Directory.CreateTempSubdirectory("community-import").FullName;
        try
        {
            await Tool(folder, "migrate");
            var clock = Stopwatch.StartNew();
            var (said, peak) = await Tool(folder, "import", "discourse", Path.Combine(Repository.Data, "forum-urho3d-discourse"));
            var seconds = clock.Elapsed.TotalSeconds;
            var rate = double.Parse(said.Split(", ")[^1].Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture);
            return (rate, seconds, peak);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>The last line that the tool wrote, and its peak of memory.</summary>
    private static async Task<(string Said, long Peak)> Tool(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Repository.Built("Community.Cli"), .. arguments, $"--Community:DataDirectory={folder}"])
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        var said = "";
        process.OutputDataReceived += (_, line) => said = line.Data is { Length: > 0 } ? line.Data : said;
        process.BeginOutputReadLine();
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(50));
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (said, peak) : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}.");
    }
}
