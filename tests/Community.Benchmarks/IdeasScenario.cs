using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Community.Benchmarks.Load;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks;

/// <summary>Every ranking and a vote among a hundred thousand ideas and five million votes.</summary>
internal static partial class IdeasScenario
{
    private const string Count = "COMMUNITY_BENCH_IDEAS";
    private const int VotesPerIdea = 50;
    private const int Rounds = 50;
    private const int Voters = 1_000;

    public static async Task Run()
    {
        Table.Head("Ideas");
        var ideas = int.Parse(Environment.GetEnvironmentVariable(Count) ?? "100000", CultureInfo.InvariantCulture);
        // Queries that are compiled once serve one engine in a process: PostgreSQL's where one is named.
        var engine = Engine.All()[^1];
        await engine.InDatabase(async services =>
        {
            await new SeededIdeas(services, ideas, ideas * VotesPerIdea).Make();
            await Rankings(engine, services);
            await Votes(engine, services, ideas);
            return 0;
        });
    }

    private static async Task Rankings(Engine engine, IServiceProvider services)
    {
        var (list, asked) = (services.GetRequiredService<ListIdeas>(), services.GetRequiredService<AskedQueries>());
        var board = (await services.GetRequiredService<ListBoards>().Run(Actor.Visitor))[0].Id;
        var orders = Enum.GetValues<IdeaSort>().Select(sort => (Name: sort.ToString(), Query: new ListIdeas.Query(sort)))
            .Concat(Enum.GetValues<TopSpan>().Select(span => (Name: $"Top of the {span}", Query: new ListIdeas.Query(IdeaSort.Top, Span: span)))).ToList();
        foreach (var (name, query) in orders.Concat(orders.Select(o => (Name: $"{o.Name} of a board", Query: o.Query with { BoardId = board }))))
        {
            // The second page: the first of the hottest also draws what few have seen.
            var first = await list.Open(Actor.Visitor, query);
            var second = query with { After = first.Value!.Next };
            var (count, plan) = await asked.Of(() => list.Open(Actor.Visitor, second));
            var (p50, p95) = await Timed(() => list.Open(Actor.Visitor, query));
            var (q50, q95) = await Timed(() => list.Open(SeededIdeas.Member(7), second));
            Table.Row(
                $"{engine.Name}: {name}",
                string.Create(CultureInfo.InvariantCulture, $"first page p50 {p50:N1} p95 {p95:N1} ms, second, of a member {q50:N1}/{q95:N1} ms"),
                $"{IndexIn(plan)}, {count} queries", "one indexed read, no sorting", IsIndexed(plan));
            if (!IsIndexed(plan))
                Console.WriteLine(plan);
        }

        var (m50, m95) = await Timed(() => list.Mine(SeededIdeas.Member(7), null));
        Table.Row($"{engine.Name}: mine", string.Create(CultureInfo.InvariantCulture, $"p50 {m50:N1} ms, p95 {m95:N1} ms"));
    }

    private static async Task Votes(Engine engine, IServiceProvider services, int ideas)
    {
        var vote = services.GetRequiredService<VoteForIdea>();
        var (given, taken, repeated) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -20; i < Voters; i++)
        {
            // Every fifth for one of the hottest.
            var actor = SeededIdeas.Member(Math.Abs(i) * 13);
            var idea = 1L + (i % 5 == 0 ? Math.Abs(i) % 20 : Math.Abs(i) * 7919L % ideas);
            await vote.Run(actor, new(idea, null));
            var one = await Took(() => vote.Run(actor, new(idea, new())));
            var same = await Took(() => vote.Run(actor, new(idea, new())));
            var back = await Took(() => vote.Run(actor, new(idea, null)));
            if (i < 0 || one is null || back is null)
                continue;
            given.Add(one.Value);
            repeated.Add(same!.Value);
            taken.Add(back.Value);
        }

        Row("a vote", given);
        Row("a vote taken back", taken);
        Row("a vote that stands already", repeated);

        void Row(string what, List<double> times)
        {
            times.Sort();
            var (median, late) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
            Table.Row(
                $"{engine.Name}: {what}", string.Create(CultureInfo.InvariantCulture, $"p50 {median:N2} ms, p95 {late:N2} ms, longest {times[^1]:N1} ms"),
                $"{times.Count} of them", "under 5 ms", median < 5);
        }
    }

    private static async Task<double?> Took(Func<Task<Result<VoteForIdea.Voted>>> act)
    {
        var clock = Stopwatch.StartNew();
        var done = await act();
        return done.Ok ? clock.Elapsed.TotalMilliseconds : null;
    }

    private static async Task<(double Median, double Late)> Timed<T>(Func<Task<T>> act)
    {
        var times = new List<double>();
        for (var round = -5; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await act();
            if (round >= 0)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
    }

    // SQLite tells what it sorts; PostgreSQL puts the few that were read into the order of the page once more.
    private static bool IsIndexed(string plan) => IndexIn(plan).Length > 0 && !plan.Contains("TEMP B-TREE", StringComparison.Ordinal);

    private static string IndexIn(string plan) =>
        SqliteIndex().Match(plan) is { Success: true } sqlite ? sqlite.Groups["name"].Value : PostgresIndex().Match(plan) is { Success: true } postgres ? postgres.Groups["name"].Value : "";

    [GeneratedRegex(@"(?:SEARCH|SCAN) i USING (?:COVERING )?(?:INDEX (?<name>\S+)|(?<name>INTEGER PRIMARY KEY))")]
    private static partial Regex SqliteIndex();

    [GeneratedRegex(@"Limit[^\n]*\n\s+->\s+(?:(?:Nested Loop|Merge|Result)[^\n]*\n\s+->\s+)?Index (?:Only )?Scan (?:Backward )?using (?<name>\S+)")]
    private static partial Regex PostgresIndex();
}
