using Community.Web.Tests.Api;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Community.Web.Tests.Live;

/// <summary>How much one program, and all of one member together, may ask and hold.</summary>
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

    public sealed class NarrowSite : IAsyncLifetime
    {
        public ApiSite Site { get; } = new() { Settings = ["--Community:Live:CallsPerTenSeconds=5", "--Community:Live:WatchesPerConnection=2", "--Community:Live:ConnectionsPerReader=2"] };

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
