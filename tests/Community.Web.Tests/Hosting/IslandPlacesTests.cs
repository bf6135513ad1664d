using System.Net;
using Community.Testing;
using Community.Web.Tests.Support;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Web.Tests.Hosting;

/// <summary>How many islands one member may have open: beyond, a form is a plain one.</summary>
public sealed class IslandPlacesTests : IAsyncLifetime
{
    private readonly RunningApp app = new()
    {
        Settings = ["--Community:Islands:PerMember=2", "--Community:Islands:Together=3"],
        // A circuit that lost its page is given up at once.
        Adapt = builder => builder.Services.PostConfigure<CircuitOptions>(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(1)),
    };

    private readonly List<HubConnection> open = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _10_A_member_opens_so_many_islands_and_the_next_form_stays_plain()
    {
        var aki = await Member("aki");

        var opened = new[] { await Island(aki), await Island(aki), await Island(aki) };

        Assert.All(opened.Take(2), Assert.NotNull);
        Assert.Null(opened[2]);
        Assert.NotNull(await Island(await Member("ben")));
    }

    [Fact]
    public async Task _10_All_members_together_open_so_many()
    {
        var (aki, ben) = (await Member("aki"), await Member("ben"));
        await Island(aki);
        await Island(aki);
        await Island(ben);

        Assert.Null(await Island(ben));
    }

    [Fact]
    public async Task _10_A_page_that_is_left_gives_its_place_back()
    {
        var aki = await Member("aki");
        await Island(aki);
        var left = await Island(aki);

        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = aki }) { BaseAddress = new Uri(app.Address) };
        using var told = await browser.PostAsync("/_blazor/disconnect/", new MultipartFormDataContent { { new StringContent(left!), "circuitId" } }, Cancel);

        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.NotNull(await Island(aki));
        Assert.Null(await Island(aki));
    }

    [Fact]
    public async Task _10_A_page_that_was_lost_gives_its_place_back_once_its_island_is_given_up()
    {
        var aki = await Member("aki");
        await Island(aki);
        await Island(aki);

        await open[0].DisposeAsync();

        string? again = null;
        while (again is null)
            again = await Island(aki);
        Assert.Null(await Island(aki));
    }

    [Fact]
    public async Task _10_Connections_without_an_island_are_counted_too()
    {
        var aki = await Member("aki");
        for (var n = 0; n < 4; n++)
            await Connect(aki);

        await Assert.ThrowsAnyAsync<Exception>(async () => await (await Connect(aki)).InvokeAsync<string?>("StartCircuit", app.Address + "/", app.Address + "/", "[]", "", Cancel));
    }

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in open)
            await connection.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task<CookieContainer> Member(string handle)
    {
        using var guest = await Guest.Of(app, Community.Shared.Role.Member, handle);
        return guest.Cookies;
    }

    /// <summary>The name of the new circuit, or nothing where none was opened.</summary>
    private async Task<string?> Island(CookieContainer cookies)
    {
        var connection = await Connect(cookies);
        var name = await connection.InvokeAsync<string?>("StartCircuit", app.Address + "/", app.Address + "/", "[]", "", Cancel);
        if (name is null)
            await connection.DisposeAsync();
        return name;
    }

    private async Task<HubConnection> Connect(CookieContainer cookies)
    {
        // The islands' own protocol is the server's alone.
        var protocol = (IHubProtocol)Activator.CreateInstance(typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!)!;
        var connection = new HubConnection(
            new BinarySockets(cookies), protocol, new UriEndPoint(new Uri($"ws{app.Address["http".Length..]}/_blazor")), new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        open.Add(connection);
        await connection.StartAsync(Cancel);
        return connection;
    }
}
