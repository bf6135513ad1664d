using Community.Client;
using Community.Discussions.Contract;
using Community.Live;
using Community.Shared;
using Community.Web.Live;
using Community.Web.Tests.Api;
using Community.Web.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Live;

/// <summary>What a reader is told, and that many or slow ones cost little.</summary>
public sealed class LiveSignalsTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _08_However_much_a_connection_watches_its_token_is_looked_at_once_a_beat()
    {
        var aki = await site.ClientOf("aki");
        var (time, looks, session, dropped) = (new HeldTime(), 0, (Actor?)Actor.Visitor, 0);
        // Time that passes at once is no sign of a slow reader.
        var limits = new LiveLimits { SecondsToTake = 3_600 };
        using var place = new CancellationTokenSource();
        using var listener = new LiveListener(
            new DeafProgram(), () => Task.FromResult(Interlocked.Increment(ref looks) > 0 ? session : null), () => dropped++, site.Get<ReadChange>(),
            new LiveSignals(site.Get<LiveFeed>(), time, Options.Create(limits)), limits, time, place, NullLogger.Instance, Cancel);
        listener.Begin();
        for (var n = 0; n < 3; n++)
            await listener.Watch(long.Parse((await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel)).Id, System.Globalization.CultureInfo.InvariantCulture), 0);
        var before = looks;

        time.Pass(TimeSpan.FromSeconds(25));
        time.Pass(TimeSpan.FromSeconds(25));

        Assert.Equal((before + 2, 0), (looks, dropped));
        session = null;
        time.Pass(TimeSpan.FromSeconds(25));
        Assert.Equal((before + 3, 1), (looks, dropped));
    }

    [Fact]
    public async Task _08_A_reader_who_does_not_take_what_they_are_told_is_dropped_and_one_who_does_is_not()
    {
        var aki = await site.ClientOf("aki");
        var id = long.Parse((await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel)).Id, System.Globalization.CultureInfo.InvariantCulture);
        var time = new HeldTime();
        var signals = new LiveSignals(site.Get<LiveFeed>(), time, Options.Create(new LiveLimits { MillisecondsBetweenSignals = 0 }));
        var dropped = new List<string>();
        await using var slow = signals.Of(id, 0, Visitor, () => dropped.Add("slow"), cancel: Cancel).GetAsyncEnumerator(Cancel);
        await using var quick = signals.Of(id, 0, Visitor, () => dropped.Add("quick"), cancel: Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await slow.MoveNextAsync());
        Assert.True(await quick.MoveNextAsync());
        var waits = quick.MoveNextAsync();

        time.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(["slow"], dropped);
        time.Pass(TimeSpan.FromSeconds(25));
        Assert.True(await waits);
    }

    [Fact]
    public async Task _03_Who_is_here_is_told_beside_a_change_and_holds_back_none()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        var id = long.Parse(topic.Id, System.Globalization.CultureInfo.InvariantCulture);
        var (feed, time) = (site.Get<LiveFeed>(), new HeldTime());
        var signals = new LiveSignals(feed, time, Options.Create(new LiveLimits()));
        await using var reader = signals.Of(id, topic.ChangeNumber, Visitor, () => { }, hasCompany: true, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(LiveSignalKind.People, reader.Current.Kind);

        await aki.Topics.PostReply(topic.Number, new NewPost("While the clock stands."), cancel: Cancel);

        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(new LiveSignal(LiveSignalKind.Changed, topic.ChangeNumber + 1), reader.Current);
    }

    [Fact]
    public async Task _08_However_much_happens_a_slow_reader_is_kept_one_signal_and_not_more()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        var id = long.Parse(topic.Id, System.Globalization.CultureInfo.InvariantCulture);
        var signals = new LiveSignals(site.Get<LiveFeed>(), new HeldTime(), Options.Create(new LiveLimits { MillisecondsBetweenSignals = 0 }));
        await using var slow = signals.Of(id, 0, Visitor, () => { }, cancel: Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await slow.MoveNextAsync());

        for (var n = 0; n < 9; n++)
            await aki.Topics.PostReply(topic.Number, new NewPost($"Reply number {n}."), cancel: Cancel);

        Assert.True(await slow.MoveNextAsync());
        Assert.Equal(new LiveSignal(LiveSignalKind.Changed, topic.ChangeNumber + 9), slow.Current);
    }

    [Fact]
    public async Task _08_However_many_watch_a_discussion_it_is_read_once_after_each_change()
    {
        var aki = await site.ClientOf("aki");
        var topic = await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel);
        var feed = site.Get<LiveFeed>();
        using var watch = feed.Watch(long.Parse(topic.Id, System.Globalization.CultureInfo.InvariantCulture));
        var (first, second) = (feed.Standing(watch.DiscussionId), feed.Standing(watch.DiscussionId));

        await aki.Topics.PostReply(topic.Number, new NewPost("A change."), cancel: Cancel);
        var third = feed.Standing(watch.DiscussionId);

        Assert.Same(first, second);
        Assert.Equal((await first)!.ChangeNumber + 1, (await third)!.ChangeNumber);
    }

    private static Task<Actor?> Visitor() => Task.FromResult<Actor?>(Actor.Visitor);

    private sealed class DeafProgram : ILiveClient
    {
        public Task Changed(string discussionId, long changeNumber) => Task.CompletedTask;

        public Task Gone(string discussionId) => Task.CompletedTask;
    }
}
