using System.Globalization;
using Community.Benchmarks.Load;

namespace Community.Benchmarks;

/// <summary>First, middle and last page of a topic of a million posts, beside the same of ten thousand.</summary>
internal static class LongTopicScenario
{
    private static readonly (string Name, int Of, int Share)[] Places = [("first", 0, 1), ("middle", 1, 2), ("last", 1, 1)];

    public static async Task Run()
    {
        Table.Head("Pages of a long topic, not cached, one connection");
        var small = await Measure(10_000);
        var large = await Measure(1_000_000);
        foreach (var (name, _, _) in Places)
        {
            var times = large[name].Median / small[name].Median;
            Table.Row(
                name + " page of 1,000,000 posts",
                string.Create(CultureInfo.InvariantCulture, $"p50 {large[name].Median:N2} ms"),
                string.Create(CultureInfo.InvariantCulture, $"{times:N2} times that of 10,000"),
                "at most 1.2 times",
                times <= 1.2);
        }
    }

    private static async Task<Dictionary<string, LoadResult>> Measure(int posts)
    {
        var folder = await SeededCommunity.Make(2_000, posts);
        await using var server = await ServerProcess.Community(folder, "--Community:PageCache:IsOn=false");
        await HttpLoad.Run(new Uri(server.Address, "/t/1/topic-1"), 1, PagesScenario.WarmUp);
        var results = new Dictionary<string, LoadResult>();
        foreach (var (name, of, share) in Places)
        {
            var page = of == 0 ? 1 : posts / 20 / share;
            var address = new Uri(server.Address, $"/t/1/topic-1?page={page}");
            await HttpLoad.Run(address, 1, TimeSpan.FromSeconds(2));
            results[name] = await Table.MedianOfThree(() => HttpLoad.Run(address, 1, TimeSpan.FromSeconds(3)), r => r.Median);
        }

        return results;
    }
}
