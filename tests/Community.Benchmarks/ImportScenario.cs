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
        var run = await Table.MedianOfThree(Import, r => r.Seconds);
        Table.Row("whole process", string.Create(CultureInfo.InvariantCulture, $"{Posts / run.Seconds:N0} posts/s"), string.Create(CultureInfo.InvariantCulture, $"{run.Seconds:N1} s"), "at least 5,000/s");
        Table.Row("peak of memory", string.Create(CultureInfo.InvariantCulture, $"{run.Peak / 1024.0 / 1024.0:N0} MB"), "", "under 400 MB");
    }

    private static async Task<(double Seconds, long Peak)> Import()
    {
        var folder = Directory.CreateTempSubdirectory("community-import").FullName;
        try
        {
            await Tool(folder, "migrate");
            var clock = Stopwatch.StartNew();
            var peak = await Tool(folder, "import", "discourse", Path.Combine(Repository.Data, "forum-urho3d-discourse"));
            return (clock.Elapsed.TotalSeconds, peak);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<long> Tool(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Repository.Built("Community.Cli"), .. arguments, $"--Community:DataDirectory={folder}"])
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(50));
        }

        return process.ExitCode == 0 ? peak : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}.");
    }
}
