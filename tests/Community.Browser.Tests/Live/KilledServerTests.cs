using System.Collections.Concurrent;
using System.Globalization;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Client;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Person = Community.Browser.Tests.People.Person;

namespace Community.Browser.Tests.Live;

public sealed class KilledServerTests(Browser browser)
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("COMMUNITY_KILLS") ?? "10", CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _04_A_live_thread_outlives_ten_kills_every_acknowledged_post_is_there_once_and_every_open_page_catches_up()
    {
        await using var server = new KillableServer();
        var (token, number, path) = await server.Prepare(Arrange);
        await server.Start();
        await using var first = new Person(await browser.Visit(), server.Address, Words.English);
        await using var second = new Person(await browser.VisitByPhone(), server.Address, Words.Japanese);
        await first.Opens(path);
        await second.Opens(path);
        using var client = new CommunityClient(new Uri(server.Address), token);
        var topic = await client.Topics.ReadTopic(number, Cancel);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var heard = new ConcurrentQueue<int>();
        var program = Listen(client, topic, heard, enough.Token);

        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged.Add(await Says(client, number, $"Said while the server was there, before kill number {kill}."));
            var underWay = Says(client, number, $"Said while the server was killed, at kill number {kill}.");
            await server.Kill();
            await server.Start();
            acknowledged.Add(await underWay);
        }

        var posts = await client.Topics.ListAllPosts(number, Cancel).ToListAsync(Cancel);
        var texts = posts.Skip(1).Select(post => post.Html.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Trim()).ToList();
        Assert.Equal(acknowledged, texts);
        var shown = posts.Take(DiscussionLimits.PostsOfLivePage).ToList();
        foreach (var reader in (Person[])[first, second])
        {
            await Assertions.Expect(reader.Page.Locator("article.post")).ToHaveCountAsync(shown.Count, new() { Timeout = 60_000 });
            Assert.Equal(shown.Select(post => $"post-{post.Number}"), await reader.Page.Locator("article.post").EvaluateAllAsync<string[]>("posts => posts.map(post => post.id)"));
        }

        while (heard.Count < acknowledged.Count)
            await Task.Yield();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => program);
        Assert.Equal(posts.Skip(1).Select(post => post.Number), heard);
    }

    /// <summary>Sends it until it is acknowledged, with one key.</summary>
    private static async Task<string> Says(CommunityClient client, long topic, string text)
    {
        var key = Guid.NewGuid();
        while (true)
        {
            try
            {
                await client.Topics.PostReply(topic, new NewPost(text), key, Cancel);
                return text;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task Listen(CommunityClient client, TopicDetails topic, ConcurrentQueue<int> heard, CancellationToken enough)
    {
        await foreach (var changes in client.WatchDiscussion(topic.Id, topic.ChangeNumber, enough))
        {
            foreach (var post in changes.Posts)
                heard.Enqueue(post.Number);
        }
    }

    private static async Task<(string Token, long Number, string Path)> Arrange(IServiceProvider services)
    {
        await new Seed(services).Run();
        var topic = await services.Starts(Who.Aoi, "The night of many kills");
        var thread = new RunLiveThread.Input(topic.Number, true, false, null, null, [], "It is a live evening");
        Assert.True((await services.GetRequiredService<RunLiveThread>().Run(await services.ActorOf(Who.Mia), thread, Cancel)).Ok);
        var made = await services.GetRequiredService<CreateToken>().Run(Actor.System, new CreateToken.Input(Seed.HandleOf(Who.Ren), "A writer", Community.Members.TokenScope.Write), Cancel);
        return (made.Value!.Token, topic.Number, OwnTopics.PathOf(topic));
    }
}
