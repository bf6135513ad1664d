using System.Globalization;
using Community.Benchmarks.Load;

namespace Community.Benchmarks;

/// <summary>A topic page from the cache, without it and for a member, beside a bare endpoint that returns the same bytes.</summary>
internal static class PagesScenario
{
    private const int Connections = 32;
    private const string Email = "rider1@example.com";
    private const string Password = "measured-from-a-seed-7";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    // The runtime compiles what is hot a second time, beside the load; a page that is rendered takes that long to be warm.
    internal static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    public static async Task Run()
    {
        var folder = await SeededCommunity.Make(23_000, 10_000);
        Table.Head("Topic page of 20 posts, database of 33,000 posts, 32 connections");
        var path = "/t/7/topic-7";

        LoadResult bare;
        await using (var server = await ServerProcess.Community(folder))
        {
            var page = await new HttpClient().GetByteArrayAsync(new Uri(server.Address, path));
            var file = Path.Combine(Repository.Cache, "page.html");
            await File.WriteAllBytesAsync(file, page);
            await using var reference = await ServerProcess.Bare(file);
            bare = await Measure(reference.Address, path);
            Table.Row("bare endpoint, the same bytes", Rate(bare), Tail(bare));
            var cached = await Measure(server.Address, path);
            Table.Row("visitor, from the cache", Rate(cached), Share(cached, bare), "at least 1/2", cached.PerSecond >= bare.PerSecond / 2);
            Memory("memory after that load", server, 350);
        }

        await SeededCommunity.WithAccount(folder, 1, Email, Password);
        await using (var server = await ServerProcess.Community(folder, "--Community:PageCache:IsOn=false"))
        {
            Memory("memory idle", server, 150);
            var uncached = await Measure(server.Address, path);
            Table.Row("visitor, not cached", Rate(uncached), Share(uncached, bare) + ", " + Tail(uncached), "at least 1/40, p99 < 100 ms", uncached.PerSecond >= bare.PerSecond / 40 && uncached.P99 < 100);
            var cookie = await SignedIn.Cookie(server.Address, Email, Password);
            var member = await Measure(server.Address, path, cookie);
            Table.Row("member", Rate(member), Share(member, uncached) + " of not cached", "at least 1/2", member.PerSecond >= uncached.PerSecond / 2);
            Memory("memory after that load", server, 350);
        }
    }

    internal static async Task<LoadResult> Measure(Uri server, string path, string? cookie = null)
    {
        await HttpLoad.Run(new Uri(server, path), Connections, WarmUp, cookie);
        return await Table.MedianOfThree(
            async () =>
            {
                var result = await HttpLoad.Run(new Uri(server, path), Connections, Time, cookie);
                return result.Failures == 0 ? result : throw new InvalidOperationException($"{result.Failures} answers were not 200.");
            },
            r => r.PerSecond);
    }

    internal static string Rate(LoadResult result) => string.Create(CultureInfo.InvariantCulture, $"{result.PerSecond:N0}/s, {result.BytesOfOne / 1024.0:N1} KB");

    internal static string Tail(LoadResult result) => string.Create(CultureInfo.InvariantCulture, $"p50 {result.Median:N2} ms, p99 {result.P99:N2} ms");

    internal static string Share(LoadResult result, LoadResult reference) => string.Create(CultureInfo.InvariantCulture, $"{result.PerSecond / reference.PerSecond:N3} of it");

    private static void Memory(string what, ServerProcess server, int budget)
    {
        var megabytes = server.Memory() / 1024.0 / 1024.0;
        Table.Row(what, string.Create(CultureInfo.InvariantCulture, $"{megabytes:N0} MB"), "", $"at most {budget} MB", megabytes <= budget);
    }
}
