using System.Net;
using Community.Testing;
using Community.Web.Hosting;

namespace Community.Web.Tests.Hosting;

public sealed class RequestLimitsTests
{
    [Fact]
    public async Task One_address_gets_so_many_pages_and_then_a_sentence_and_the_time_to_wait()
    {
        await using var app = new RunningApp { Settings = ["--Community:RequestLimits:CoverPrivateNetworks=true", "--Community:RequestLimits:PagesPerTenSeconds=5", "--Community:RequestLimits:PagesPerMinute=5"] };
        await app.InitializeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };

        var answers = new List<HttpResponseMessage>();
        // More than two windows' worth, wherever in a window the first one falls.
        for (var i = 0; i < 11; i++)
            answers.Add(await client.GetAsync("/rules", TestContext.Current.CancellationToken));

        Assert.All(answers.Take(5), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var refused = answers.Last();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_open_pages_ask_for_by_themselves_is_counted_apart()
    {
        await using var app = new RunningApp { Settings = ["--Community:RequestLimits:CoverPrivateNetworks=true", "--Community:RequestLimits:PagesPerTenSeconds=3", "--Community:RequestLimits:PagesPerMinute=3", "--Community:RequestLimits:LivePerMinute=20"] };
        await app.InitializeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };

        var live = new List<HttpStatusCode>();
        for (var i = 0; i < 41; i++)
            live.Add((await client.GetAsync(i % 2 == 0 ? "/t/1/changes?page=1&after=0" : "/live/stream?discussion=1&after=0", TestContext.Current.CancellationToken)).StatusCode);

        Assert.All(live.Take(20), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, live);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rules", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Private_networks_are_not_limited_unless_they_are_to_be()
    {
        await using var app = new RunningApp { Settings = ["--Community:RequestLimits:PagesPerTenSeconds=2", "--Community:RequestLimits:PagesPerMinute=2"] };
        await app.InitializeAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };

        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rules", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.9.9", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("203.0.113.7", false)]
    [InlineData("2001:db8::1", false)]
    public void A_private_network_is_told_from_the_rest(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, CallerAddress.IsPrivate(IPAddress.Parse(address)));

    [Fact]
    public void One_household_is_one_caller_and_another_is_another()
    {
        Assert.Equal(CallerAddress.Of(IPAddress.Parse("2001:db8:1:2::1")), CallerAddress.Of(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(CallerAddress.Of(IPAddress.Parse("2001:db8:1:2::1")), CallerAddress.Of(IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Equal(CallerAddress.Of(IPAddress.Parse("203.0.113.7")), CallerAddress.Of(IPAddress.Parse("::ffff:203.0.113.7")));
        Assert.NotEqual(CallerAddress.Of(IPAddress.Parse("203.0.113.7")), CallerAddress.Of(IPAddress.Parse("203.0.113.8")));
    }
}
