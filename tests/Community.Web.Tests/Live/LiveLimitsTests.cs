using Community.Client;
using Community.Discussions.Contract;
using Community.Live;
using Community.Shared;
using Community.Web.Live;
using Community.Web.Tests.Api;
using Community.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Live;

public sealed class LiveLimitsTests(LiveLimitsTests.NarrowSite narrow) : IClassFixture<LiveLimitsTests.NarrowSite>
{
    private readonly ApiSite site = narrow.Site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _08_A_connection_that_calls_too_often_is_refused_until_the_ten_seconds_are_over()
    {
        await using var program = HubProgram.Of(site.Address);
        await program.StartAsync(Cancel);
        for (var n = 0; n < 5; n++)
            await program.InvokeAsync("Unwatch", "1", Cancel);

        var refused = await Assert.ThrowsAsync<HubException>(() => program.InvokeAsync("Unwatch", "1", Cancel));
        site.Pass(TimeSpan.FromSeconds(10));
        await program.InvokeAsync("Unwatch", "1", Cancel);

        Assert.EndsWith("too-many-requests", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task _08_A_connection_watches_only_so_many_discussions_and_gets_the_place_back()
    {
        var aki = await site.ClientOf("aki");
        var ids = new List<string>();
        for (var n = 0; n < 3; n++)
            ids.Add((await aki.Topics.ReadTopic((await site.Topic(aki)).Number, Cancel)).Id);
        await using var program = HubProgram.Of(site.Address);
        await program.StartAsync(Cancel);
        await program.InvokeAsync<long>("Watch", ids[0], 0L, Cancel);
        await program.InvokeAsync<long>("Watch", ids[1], 0L, Cancel);

        var refused = await Assert.ThrowsAsync<HubException>(() => program.InvokeAsync<long>("Watch", ids[2], 0L, Cancel));
        await program.InvokeAsync("Unwatch", ids[0], Cancel);
        await program.InvokeAsync<long>("Watch", ids[2], 0L, Cancel);

        Assert.EndsWith("too-many-watches", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task _08_A_message_that_is_too_large_ends_the_connection()
    {
        await using var program = HubProgram.Of(site.Address);
        var closed = new TaskCompletionSource();
        program.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await program.StartAsync(Cancel);

        await Assert.ThrowsAsync<HubException>(() => program.InvokeAsync<long>("Watch", new string('1', 30_000), 0L, Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => program.InvokeAsync<long>("Watch", new string('1', 33_000), 0L, Cancel));

        await closed.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task _08_A_reader_holds_only_so_many_connections()
    {
        var token = (await site.Token(await site.Person("aki"))).Token;
        await using var first = HubProgram.Of(site.Address, token);
        await using var second = HubProgram.Of(site.Address, token);
        await using var third = HubProgram.Of(site.Address, token);
        await first.StartAsync(Cancel);
        await second.StartAsync(Cancel);

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await third.StartAsync(Cancel);
            await third.InvokeAsync("Unwatch", "1", Cancel);
        });

        await first.InvokeAsync("Unwatch", "1", Cancel);
    }

    [Fact]
    public async Task _08_Another_token_or_connection_of_a_member_opens_no_more_and_another_member_does()
    {
        var handle = await site.Person("aki");
        var (one, other) = ((await site.Token(handle)).Token, (await site.Token(handle)).Token);
        await using var first = HubProgram.Of(site.Address, one);
        await using var second = HubProgram.Of(site.Address, other);
        await using var third = HubProgram.Of(site.Address, other);
        await using var fourth = HubProgram.Of(site.Address, (await site.Token(await site.Person("ben"))).Token);
        await first.StartAsync(Cancel);
        await second.StartAsync(Cancel);
        await first.InvokeAsync("Unwatch", "1", Cancel);

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await third.StartAsync(Cancel);
            await third.InvokeAsync("Unwatch", "1", Cancel);
        });

        await fourth.StartAsync(Cancel);
        await fourth.InvokeAsync("Unwatch", "1", Cancel);
    }

    [Fact]
    public async Task _08_The_calls_of_a_members_connections_are_counted_together()
    {
        await using var strict = new ApiSite { Settings = ["--Community:Live:ReaderCallsPerTenSeconds=6"] };
        await strict.InitializeAsync();
        var handle = await strict.Person("aki");
        await using var first = HubProgram.Of(strict.Address, (await strict.Token(handle)).Token);
        await using var second = HubProgram.Of(strict.Address, (await strict.Token(handle)).Token);
        await using var other = HubProgram.Of(strict.Address, (await strict.Token(await strict.Person("ben"))).Token);
        foreach (var program in (HubConnection[])[first, second, other])
            await program.StartAsync(Cancel);
        // More than a window's worth, wherever in a window the first one falls.
        var refused = new List<string>();
        for (var n = 0; n < 7; n++)
        {
            await Called(first);
            await Called(second);
        }

        Assert.Contains("too-many-requests", refused);
        await other.InvokeAsync("Unwatch", "1", Cancel);
        strict.Pass(TimeSpan.FromSeconds(10));
        await second.InvokeAsync("Unwatch", "1", Cancel);

        async Task Called(HubConnection program)
        {
            try
            {
                await program.InvokeAsync("Unwatch", "1", Cancel);
            }
            catch (HubException failure)
            {
                refused.Add(failure.Message.Split(' ')[^1]);
            }
        }
    }

    [Fact]
    public async Task _08_However_much_a_connection_watches_its_token_is_looked_at_once_a_beat()
    {
        var aki = await site.ClientOf("aki");
        var (time, looks, session, dropped) = (new HeldTime(), 0, (Actor?)Actor.Visitor, 0);
        var limits = new LiveLimits();
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

    private sealed class DeafProgram : ILiveClient
    {
        public Task Changed(string discussionId, long changeNumber) => Task.CompletedTask;

        public Task Gone(string discussionId) => Task.CompletedTask;
    }

    private static Task<Actor?> Visitor() => Task.FromResult<Actor?>(Actor.Visitor);

    public sealed class NarrowSite : IAsyncLifetime
    {
        public ApiSite Site { get; } = new() { Settings = ["--Community:Live:CallsPerTenSeconds=5", "--Community:Live:WatchesPerConnection=2", "--Community:Live:ConnectionsPerReader=2"] };

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
