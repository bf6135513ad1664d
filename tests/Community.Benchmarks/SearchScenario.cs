using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Load;
using Community.Data;
using Community.Data.Moving;
using Community.Search;
using Community.Shared;
using Community.Testing.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks;

/// <summary>What search finds of what people judged to be right, and how long it takes over a million posts.</summary>
internal static class SearchScenario
{
    private const string Posts = "COMMUNITY_SEARCH_POSTS";

    private const int Rounds = 20;

    // Words of the seed, from those that every post has to those that few posts have together, and some that nobody wrote.
    private static readonly string[] Lines =
    [
        "saddle", "自転車", "route", "海沿い", "朝", "saddle river", "\"saddle river\"", "folding chain spoke", "自転車 整備", "週末 -夜", "lamp author:rider7", "coffee in:general",
        "bridge before:2024-06-01", "harbours", "morning route climb coffee rain bridge", "整備週末", "zeppelin", "zeppelin 飛行船", "自転車の整備は週末に", "brakes is:solved",
    ];

    private static readonly SearchScope[] Scopes = [SearchScope.Topics, SearchScope.Posts];

    public static async Task Run()
    {
        Table.Head("Search");
        // Each database has the machine to itself while it is measured.
        var engines = Engine.All();
        foreach (var engine in engines)
            await Relevances(engine);
        await Times(engines, int.Parse(Environment.GetEnvironmentVariable(Posts) ?? "1000000", CultureInfo.InvariantCulture));
    }

    private static async Task Relevances(Engine engine)
    {
        var data = Repository.Data;
        if (!Directory.Exists(data))
        {
            Console.WriteLine("What people judged is not here; only times are measured.");
            return;
        }

        var questions = await engine.Fresh(services => new Relevance(services, data).JapaneseQuestions());
        Table.Row($"{engine.Name}: Japanese questions, R@5", string.Create(CultureInfo.InvariantCulture, $"{questions:N4}"), "BM25 over pairs .964", "at least .955", questions >= 0.955);
        var (hit, precision) = await engine.Fresh(services => new Relevance(services, data).SimilarQuestions());
        Table.Row($"{engine.Name}: duplicates among ten similar topics", string.Create(CultureInfo.InvariantCulture, $"{hit:N3}"), "BM25 .81", "at least .81", hit >= 0.81);
        Table.Row($"{engine.Name}: ten candidates in order, MAP", string.Create(CultureInfo.InvariantCulture, $"{precision:N1}"), "BM25 70.9", "at least 70.9", precision >= 70.9);
        var missing = await engine.Fresh(services => new Relevance(services, data).JapanesePieces(0));
        Table.Row($"{engine.Name}: pieces of Japanese runs that miss their post", string.Create(CultureInfo.InvariantCulture, $"{missing.Count:N0}"), "", "none", missing.Count == 0);
    }

    private static async Task Times(IReadOnlyList<Engine> engines, int posts)
    {
        var folder = await SeededCommunity.Make(posts, 20);
        await using var seeded = engines[0].Services(folder);
        var expected = await Measure(engines[0], seeded, posts);
        foreach (var engine in engines.Skip(1))
        {
            // The same community, moved over, so that the same must be found.
            await engine.InDatabase(async moved =>
            {
                var move = new MoveStore(StoreOf(seeded), StoreOf(moved), TimeProvider.System, moved.GetRequiredService<Ids>());
                await move.Run(new MoveStore.Input(false, Path.Combine(folder, "keys"), (_, work) => work((_, _) => { })), CancellationToken.None);
                var found = await Measure(engine, moved, posts);
                var different = expected.Keys.Count(asked => expected[asked] != found[asked]);
                Table.Row("first pages that differ between the engines", $"{different} of {expected.Count}", "", "none", different == 0);
                return 0;
            });
        }
    }

    /// <returns>What was found first for each line and scope.</returns>
    private static async Task<Dictionary<(string Line, SearchScope Scope), string>> Measure(Engine engine, IServiceProvider services, int posts)
    {
        var search = services.GetRequiredService<SearchContent>();
        var found = new Dictionary<(string, SearchScope), string>();
        var times = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (line, scope) in Lines.SelectMany(line => Scopes.Select(scope => (line, scope))))
            {
                var clock = Stopwatch.StartNew();
                var results = await search.Run(Actor.Visitor, new(line, scope));
                var took = clock.Elapsed.TotalMilliseconds;
                if (round < 0)
                    found.Add((line, scope), string.Join(' ', results.Value!.Hits.Select(hit => hit.Id)));
                else
                    times.Add(took);
                if (round == 0)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took,9:N1} ms  {engine.Name}, {scope}: {line}"));
            }
        }

        times.Sort();
        var (median, late) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
        Table.Row(
            string.Create(CultureInfo.InvariantCulture, $"{engine.Name}: search over {posts:N0} posts"), string.Create(CultureInfo.InvariantCulture, $"p50 {median:N1} ms, p95 {late:N1} ms, longest {times[^1]:N1} ms"), "", "p95 under 50 ms", late < 50);
        return found;
    }

    private static Store StoreOf(IServiceProvider services) =>
        new(services.GetRequiredService<CommunityData>(), services.GetRequiredService<IDatabaseProvider>(), services.GetRequiredService<IDbContextFactory<CommunityDb>>());
}
