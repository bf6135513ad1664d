using System.Net;
using Community.Forums;
using Community.Live;
using Community.Testing;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Hosting;

/// <summary>Two processes' worth of hosts on one database.</summary>
[Trait(TestDatabase.Engine, "Postgres")]
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const string Listeners = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')";

    private readonly ReadingSite one = new();
    private readonly ReadingSite other;

    public TwoNodesTests() => other = new ReadingSite { Beside = one };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Two processes share a database of PostgreSQL only.");
        await one.InitializeAsync();
        await other.InitializeAsync();
        await Until(async () => (long)(await one.Database!.Query(Listeners))[0][0]! == 2);
    }

    public async ValueTask DisposeAsync()
    {
        if (!TestDatabase.IsPostgres)
            return;
        await other.DisposeAsync();
        await one.DisposeAsync();
    }

    [Fact]
    public async Task What_is_written_at_one_is_told_at_the_other()
    {
        var topic = await one.Topic(one.Aki);
        using var watch = other.Get<LiveFeed>().Watch(await IdOf(topic));

        await one.Reply(one.Ben, topic.Number);

        Assert.True((await watch.Next(Cancel)).HasFlag(LiveNews.Change));
    }

    [Fact]
    public async Task A_page_that_the_other_keeps_is_made_old()
    {
        var topic = await one.Topic(one.Aki);
        using var visitor = other.Browser();
        var path = $"/t/{topic.Number}/{topic.Slug}";
        Assert.DoesNotContain("Words from elsewhere", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);
        await visitor.GetStringAsync(path, Cancel);

        await one.Reply(one.Ben, topic.Number, "Words from elsewhere");

        await Until(async () => (await visitor.GetStringAsync(path, Cancel)).Contains("Words from elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_line_between_them_was_cut()
    {
        var topic = await one.Topic(one.Aki);
        using var visitor = other.Browser();
        var path = $"/t/{topic.Number}/{topic.Slug}";
        await visitor.GetStringAsync(path, Cancel);
        using var watch = other.Get<LiveFeed>().Watch(await IdOf(topic));

        await one.Database!.Query(Listeners.Replace("count(*)", "count(pg_terminate_backend(pid))", StringComparison.Ordinal));
        await one.Reply(one.Ben, topic.Number, "Written meanwhile");

        Assert.True((await watch.Next(Cancel)).HasFlag(LiveNews.Change));
        await Until(async () => (await visitor.GetStringAsync(path, Cancel)).Contains("Written meanwhile", StringComparison.Ordinal));
        await Until(async () => (long)(await one.Database!.Query(Listeners))[0][0]! == 2);
        await one.Reply(one.Ben, topic.Number, "Written afterwards");
        await Until(async () => (await visitor.GetStringAsync(path, Cancel)).Contains("Written afterwards", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_signed_in_at_one_is_so_at_the_other()
    {
        using var member = await one.BrowserOf(one.Aki);
        using var there = new HttpRequestMessage(HttpMethod.Get, new Uri(other.Browser().BaseAddress!, "/me/drafts"));

        // Cookies know no ports: the same browser comes to the other through the same name.
        using var answer = await member.SendAsync(there, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_signal_that_is_none_of_ours_stops_nothing()
    {
        await one.Database!.Query("SELECT pg_notify('community', 'hello'), pg_notify('community', '{\"Node\":\"x\",\"Kind\":\"System.String\",\"Event\":{}}')");
        var topic = await one.Topic(one.Aki);
        using var watch = other.Get<LiveFeed>().Watch(await IdOf(topic));

        await one.Reply(one.Ben, topic.Number);

        Assert.True((await watch.Next(Cancel)).HasFlag(LiveNews.Change));
    }

    private async Task<long> IdOf(StartTopic.Started topic) => (await one.Get<ReadTopic>().IdOf(topic.Number, Cancel))!.Value;

    private static async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(20, Cancel);
    }
}
