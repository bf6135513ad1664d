using System.Net;
using System.Net.ServerSentEvents;
using Community.Forums;
using Community.Live;
using Community.Web.Live;
using Community.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Live;

public sealed class LiveStreamTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _01_A_reader_hears_the_number_of_each_change_and_nothing_else()
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        await using var stream = await Listen(visitor, await IdOf(topic));
        var before = (await stream.Next()).EventId;

        await site.Reply(site.Ben, topic.Number, "Words that no signal carries");
        var heard = await stream.Next();

        Assert.Equal(LiveEndpoints.Changed, heard.EventType);
        Assert.Equal("0", heard.Data);
        Assert.True(Number(heard.EventId) > Number(before));
        Assert.Equal(await Change(await IdOf(topic)), Number(heard.EventId));
    }

    [Fact]
    public async Task _04_Who_was_away_hears_at_once_that_something_changed_and_who_is_up_to_date_hears_nothing()
    {
        var topic = await site.Topic(site.Aki);
        var known = await Change(await IdOf(topic));
        await site.Reply(site.Ben, topic.Number);
        using var late = site.Browser();
        using var current = site.Browser();

        await using var missed = await Listen(late, await IdOf(topic), known);
        await using var none = await Listen(current, await IdOf(topic), await Change(await IdOf(topic)));
        var first = await missed.Next();
        await site.Reply(site.Ben, topic.Number);

        Assert.Equal(known + 1, Number(first.EventId));
        Assert.Equal(known + 2, Number((await none.Next()).EventId));
    }

    [Fact]
    public async Task _04_What_the_browser_heard_last_counts_before_what_its_page_said()
    {
        var topic = await site.Topic(site.Aki);
        await site.Reply(site.Ben, topic.Number);
        using var visitor = site.Browser();
        visitor.DefaultRequestHeaders.Add("Last-Event-ID", $"{await Change(await IdOf(topic))}");

        await using var stream = await Listen(visitor, await IdOf(topic));
        await site.Reply(site.Ben, topic.Number);

        Assert.Equal(await Change(await IdOf(topic)), Number((await stream.Next()).EventId));
    }

    [Fact]
    public async Task _06_Who_loses_the_right_to_read_is_told_so_and_hears_no_more()
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        await using var stream = await Listen(visitor, await IdOf(topic), await Change(await IdOf(topic)));

        ReadingSite.Must(await site.Get<MoveTopic>().Run(site.Moderator, new MoveTopic.Input(topic.Number, "staff-room", "Belongs there"), Cancel));

        Assert.Equal(LiveEndpoints.Gone, (await stream.Next()).EventType);
        Assert.True(await stream.IsOver());
    }

    [Fact]
    public async Task _06_Nobody_listens_to_what_they_may_not_read()
    {
        var topic = await site.Topic(site.Moderator, forum: "staff-room");
        using var visitor = site.Browser();

        using var refused = await visitor.GetAsync($"/live/stream?discussion={await IdOf(topic)}", Cancel);
        using var unknown = await visitor.GetAsync("/live/stream?discussion=1", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task _08_The_more_hear_of_a_change_the_longer_is_the_time_over_which_they_fetch_it_in_steps()
    {
        await using var busy = new ReadingSite { Settings = ["--Community:Live:FetchesPerSecond=10"] };
        await busy.InitializeAsync();
        var topic = await busy.Topic(busy.Aki);
        var id = (await busy.Get<ReadTopic>().IdOf(topic.Number, Cancel))!.Value;
        using var one = busy.Browser();
        using var other = busy.Browser();

        await using var first = await Listen(one, id);
        var alone = await first.Next();
        await using var second = await Listen(other, id);
        var together = await second.Next();

        Assert.Equal("100", alone.Data);
        Assert.Equal("200", together.Data);
        var usual = new LiveLimits();
        Assert.Equal((0, 0, 50, 50, 250, 5_000), (usual.SpreadOf(1), usual.SpreadOf(199), usual.SpreadOf(200), usual.SpreadOf(399), usual.SpreadOf(1_000), usual.SpreadOf(1_000_000)));
    }

    [Fact]
    public void _08_One_reader_holds_only_so_many_streams_and_gets_the_place_back()
    {
        var places = new LiveStreams(Options.Create(new LiveLimits { StreamsPerReader = 2 }));
        using var first = places.Enter("a1");
        var second = places.Enter("a1");

        Assert.Null(places.Enter("a1"));
        Assert.NotNull(places.Enter("a2"));
        second!.Dispose();
        Assert.NotNull(places.Enter("a1"));
    }

    private static long Number(string? id) => long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<long> IdOf(StartTopic.Started topic) => (await site.Get<ReadTopic>().IdOf(topic.Number, Cancel))!.Value;

    private Task<long> Change(long id) => site.Read(async db => (await db.Discussions.FindAsync([id], Cancel))!.ChangeNumber);

    private static async Task<Ear> Listen(HttpClient browser, long discussion, long after = 0)
    {
        var answer = await browser.GetAsync($"/live/stream?discussion={discussion}&after={after}", HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Ear(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel));
    }

    private sealed class Ear(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        /// <summary>What is told next, signs of life left out.</summary>
        public async Task<SseItem<string>> Next()
        {
            while (await events.MoveNextAsync())
            {
                if (events.Current.EventType != LiveEndpoints.Beat)
                    return events.Current;
            }

            throw new InvalidOperationException("The stream is over.");
        }

        public async Task<bool> IsOver() => !await events.MoveNextAsync();

        public async ValueTask DisposeAsync()
        {
            await events.DisposeAsync();
            answer.Dispose();
        }
    }
}
