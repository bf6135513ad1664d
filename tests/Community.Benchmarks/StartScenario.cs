using System.Globalization;
using Community.Benchmarks.Load;

namespace Community.Benchmarks;

/// <summary>From the start of the process to the first page, on a migrated database.</summary>
internal static class StartScenario
{
    public static async Task Run()
    {
        var folder = await SeededCommunity.Make(23_000, 10_000);
        Table.Head("Cold start");
        var first = await Table.MedianOfThree(
            async () =>
            {
                await using var server = await ServerProcess.Community(folder);
                return server.ToFirstPage;
            },
            t => t.TotalSeconds);
        Table.Row("to the first page", string.Create(CultureInfo.InvariantCulture, $"{first.TotalSeconds:N2} s"), "", "under 3 s", first.TotalSeconds < 3);
    }
}
