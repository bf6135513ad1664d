using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Load;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Members;
using Community.Search;
using Community.Shared;
using Community.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks;

/// <summary>Sixteen members who reply without a pause, into one topic and into many, every reply durable. The pauses between posts are set to nothing.</summary>
internal static class PostingScenario
{
    private const int Writers = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task Run()
    {
        Table.Head("Posting, 16 members at once, SQLite, every commit on disk");
        foreach (var topics in (int[])[1, Writers])
        {
            var result = await Table.MedianOfThree(() => Measure(topics), r => r.PerSecond);
            Table.Row(
                topics == 1 ? "replies into one topic" : "replies into sixteen topics",
                string.Create(CultureInfo.InvariantCulture, $"{result.PerSecond:N0}/s, worst {result.Worst:N0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"{result.Lost} lost, {result.Differences} differences"),
                "at least 500/s, worst under 1 s",
                result is { PerSecond: >= 500, Worst: < 1_000, Lost: 0, Differences: 0 });
        }
    }

    private static async Task<Outcome> Measure(int topics)
    {
        var folder = Directory.CreateTempSubdirectory("community-posting-");
        try
        {
            await using var services = Services(folder.FullName);
            var people = await People(services);
            var numbers = await Topics(services, people[0], topics);
            await Post(services, people, numbers, TimeSpan.FromSeconds(2));
            var (posted, worst, spent) = await Post(services, people, numbers, Duration);
            return await Check(services, posted, worst, spent);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Posted, double Worst, TimeSpan Spent)> Post(IServiceProvider services, List<Actor> people, List<long> topics, TimeSpan duration)
    {
        var reply = services.GetRequiredService<PostReply>();
        var clock = Stopwatch.StartNew();
        var results = await Task.WhenAll(people.Select((actor, index) => Task.Run(async () =>
        {
            var (posted, worst) = (0, 0.0);
            while (clock.Elapsed < duration)
            {
                var since = Stopwatch.GetTimestamp();
                var input = new PostReply.Input(topics[index % topics.Count], $"Reply **{posted}** of {actor.Handle}: oil the clasp, wait a night, and try it again.", 1, Guid.NewGuid());
                if (!(await reply.Run(actor, input)).Ok)
                    throw new InvalidOperationException("A reply was refused.");
                worst = Math.Max(worst, Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                posted++;
            }

            return (posted, worst);
        })));
        return (results.Sum(r => r.posted), results.Max(r => r.worst), clock.Elapsed);
    }

    private static async Task<Outcome> Check(IServiceProvider services, int posted, double worst, TimeSpan spent)
    {
        await using var db = await SeededCommunity.Context(services);
        var differences = 0;
        foreach (var verifier in services.GetServices<IVerify>())
            differences += (await verifier.Check(db, CancellationToken.None)).Count;
        var receipts = await db.Receipts.CountAsync();
        return new Outcome(posted / spent.TotalSeconds, worst, receipts - await db.Posts.CountAsync(), differences);
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Community:Limits:PostInterval", "0"),
            new("Community:Limits:TopicInterval", "0"),
            new("Community:Limits:DuplicateWindow", "0"),
        ]).Build())
        .AddSqlite(Path.Combine(folder, "community.db"))
        .AddData().AddShared().AddMembers().AddDiscussions().AddForums().AddIdeas().AddSearch()
        .BuildServiceProvider();

    private static async Task<List<Actor>> People(IServiceProvider services)
    {
        await using var db = await SeededCommunity.Context(services);
        await db.Database.MigrateAsync();
        db.Forums.Add(new Forum { Id = 1, Slug = "general", Name = new LocalizedText("総合", "General") });
        var people = new List<Actor>();
        for (var n = 0; n < Writers; n++)
        {
            var handle = $"writer{n}";
            db.Members.Add(new Member { Id = n + 1, Handle = handle, HandleKey = handle, DisplayName = handle, JoinedAt = DateTimeOffset.UnixEpoch, Trust = TrustLevel.Member });
            people.Add(Actor.Of(n + 1, handle, Role.Member, TrustLevel.Member));
        }

        await db.SaveChangesAsync();
        return people;
    }

    private static async Task<List<long>> Topics(IServiceProvider services, Actor author, int count)
    {
        var start = services.GetRequiredService<StartTopic>();
        var numbers = new List<long>();
        for (var n = 0; n < count; n++)
            numbers.Add((await start.Run(author, new StartTopic.Input("general", $"How do you mend box {n}?", "The clasp broke. How do you fix yours?", "tin", Guid.NewGuid()))).Value!.Number);
        return numbers;
    }

    private sealed record Outcome(double PerSecond, double Worst, int Lost, int Differences);
}
