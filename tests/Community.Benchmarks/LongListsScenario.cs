using System.Globalization;
using Community.Benchmarks.Load;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Benchmarks;

/// <summary>Lists of a million topics, at their beginning and in their middle, beside the same of ten thousand.</summary>
internal static class LongListsScenario
{
    public static async Task Run()
    {
        Table.Head("Lists of topics, not cached, one connection");
        var small = await Measure(10_000);
        var large = await Measure(1_000_000);
        foreach (var (name, result) in large)
        {
            var times = result.Median / small[name].Median;
            Table.Row(
                name + " of 1,000,000 topics",
                string.Create(CultureInfo.InvariantCulture, $"p50 {result.Median:N2} ms"),
                string.Create(CultureInfo.InvariantCulture, $"{times:N2} times that of 10,000"),
                "at most 1.2 times",
                times <= 1.2);
        }
    }

    private static async Task<Dictionary<string, LoadResult>> Measure(int topics)
    {
        var folder = await SeededCommunity.MakeTopics(topics);
        var (latest, newest) = await Middle(folder, topics);
        await using var server = await ServerProcess.Community(folder, "--Community:PageCache:IsOn=false");
        var lists = new Dictionary<string, string>
        {
            ["a forum"] = "/forums/general",
            ["a forum, from the middle"] = $"/forums/general?after={latest}",
            ["a forum by its newest, from the middle"] = $"/forums/general?sort=newest&after={newest}",
            ["a forum by what is hot"] = "/forums/general?sort=hot",
            ["home"] = "/",
        };
        await HttpLoad.Run(new Uri(server.Address, "/forums/general"), 1, PagesScenario.WarmUp);
        var results = new Dictionary<string, LoadResult>();
        foreach (var (name, path) in lists)
        {
            var address = new Uri(server.Address, path);
            await HttpLoad.Run(address, 1, TimeSpan.FromSeconds(3));
            results[name] = await Table.MedianOfThree(() => HttpLoad.Run(address, 1, TimeSpan.FromSeconds(3)), r => r.Median);
        }

        return results;
    }

    private static async Task<(string Latest, string Newest)> Middle(string folder, int topics)
    {
        await using var services = SeededCommunity.Services(folder);
        await using var db = await SeededCommunity.Context(services);
        var middle = await db.Topics.Where(t => t.Number == topics / 2).Select(t => new { t.Id, t.LastPostAt }).SingleAsync();
        return (Cursor.Of(middle.LastPostAt, middle.Id).ToString(), new Cursor(null, middle.Id).ToString());
    }
}
