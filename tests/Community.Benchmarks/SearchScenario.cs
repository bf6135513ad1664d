using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Load;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Imports;
using Community.Members;
using Community.Search;
using Community.Shared;
using Community.Sqlite;
using Community.Testing.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks;

/// <summary>What search finds of what people judged to be right, and how long it takes over a million posts.</summary>
internal static class SearchScenario
{
    private const string Posts = "COMMUNITY_SEARCH_POSTS";
    private const int Warm = 20;
    private const int Rounds = 20;

    // Words of the seed, from those that every post has to those that few posts have together, and some that nobody wrote.
    private static readonly string[] Lines =
    [
        "saddle", "自転車", "route", "海沿い", "朝", "saddle river", "\"saddle river\"", "folding chain spoke", "自転車 整備", "週末 -夜", "lamp author:rider7", "coffee in:general",
        "bridge before:2024-06-01", "harbours", "morning route climb coffee rain bridge", "整備週末", "zeppelin", "zeppelin 飛行船", "自転車の整備は週末に", "brakes is:solved",
    ];

    public static async Task Run()
    {
        Table.Head("Search");
        await Relevances();
        await Times(int.Parse(Environment.GetEnvironmentVariable(Posts) ?? "1000000", CultureInfo.InvariantCulture));
    }

    private static async Task Relevances()
    {
        var data = Repository.Data;
        if (!Directory.Exists(data))
        {
            Console.WriteLine("What people judged is not here; only times are measured.");
            return;
        }

        var questions = await Fresh(services => new Relevance(services, data).JapaneseQuestions());
        Table.Row("Japanese questions, R@5", string.Create(CultureInfo.InvariantCulture, $"{questions:N4}"), "BM25 over pairs .964", "at least .955", questions >= 0.955);
        var (hit, precision) = await Fresh(services => new Relevance(services, data).SimilarQuestions());
        Table.Row("duplicates among ten similar topics", string.Create(CultureInfo.InvariantCulture, $"{hit:N3}"), "BM25 .81", "at least .81", hit >= 0.81);
        Table.Row("ten candidates in order, MAP", string.Create(CultureInfo.InvariantCulture, $"{precision:N1}"), "BM25 70.9", "at least 70.9", precision >= 70.9);
        var missing = await Fresh(services => new Relevance(services, data).JapanesePieces(0));
        Table.Row("pieces of Japanese runs that miss their post", string.Create(CultureInfo.InvariantCulture, $"{missing.Count:N0}"), "", "none", missing.Count == 0);
    }

    private static async Task Times(int posts)
    {
        var folder = await SeededCommunity.Make(posts, 20);
        await using var services = Services(folder);
        var search = services.GetRequiredService<SearchContent>();
        var times = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var line in round < 0 ? Lines.Take(Warm) : Lines)
            {
                foreach (var scope in new[] { SearchScope.Topics, SearchScope.Posts })
                {
                    var clock = Stopwatch.StartNew();
                    await search.Run(Actor.Visitor, new(line, scope));
                    if (round >= 0)
                        times.Add(clock.Elapsed.TotalMilliseconds);
                    if (round == 0)
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMilliseconds,9:N1} ms  {scope}: {line}"));
                }
            }
        }

        times.Sort();
        var (median, late) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
        Table.Row(
            string.Create(CultureInfo.InvariantCulture, $"search over {posts:N0} posts"), string.Create(CultureInfo.InvariantCulture, $"p50 {median:N1} ms, p95 {late:N1} ms"), "", "p95 under 50 ms", late < 50);
    }

    private static async Task<T> Fresh<T>(Func<IServiceProvider, Task<T>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("community-search-").FullName;
        try
        {
            await using var services = Services(folder);
            await using (var db = await SeededCommunity.Context(services))
                await db.Database.MigrateAsync();
            return await measure(services);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton(new KeyedHash(new byte[KeyedHash.KeyLength]))
        .AddSqlite(Path.Combine(folder, SqliteModule.FileName)).AddData().AddShared().AddMembers().AddDiscussions().AddForums().AddImports().AddSearch()
        .BuildServiceProvider();
}
