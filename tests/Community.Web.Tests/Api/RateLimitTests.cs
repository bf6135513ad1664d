using System.Net;
using System.Net.Http.Headers;
using Community.Client;

namespace Community.Web.Tests.Api;

public sealed class RateLimitTests(RateLimitTests.NarrowSite narrow) : IClassFixture<RateLimitTests.NarrowSite>
{
    private readonly ApiSite site = narrow.Site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_answer_says_how_much_is_left_and_the_one_too_many_how_long_to_wait()
    {
        NextMinute();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await site.Token(await site.Person("aki"))).Token);

        var answers = new List<HttpResponseMessage>();
        for (var n = 0; n < 4; n++)
            answers.Add(await http.GetAsync(site.Address + "/api/v1/me", Cancel));

        Assert.Equal(["2", "1", "0", "0"], answers.Select(answer => Assert.Single(answer.Headers.GetValues("RateLimit-Remaining"))));
        Assert.All(answers, answer => Assert.Equal("3", Assert.Single(answer.Headers.GetValues("RateLimit-Limit"))));
        Assert.All(answers, answer => Assert.InRange(int.Parse(Assert.Single(answer.Headers.GetValues("RateLimit-Reset")), System.Globalization.CultureInfo.InvariantCulture), 1, 60));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[3].StatusCode);
        Assert.InRange(answers[3].Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_visitor_without_a_limit_is_told_of_none()
    {
        using var http = new HttpClient();

        var answer = await http.GetAsync(site.Address + "/api/v1/forums", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("RateLimit-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_client_waits_as_long_as_it_is_asked_to_and_goes_on()
    {
        NextMinute();
        var time = new InstantTime { OnWait = site.Pass };
        var aki = site.Client((await site.Token(await site.Person("aki"))).Token, options: new CommunityClientOptions { Time = time });

        for (var n = 0; n < 5; n++)
            await aki.Me.ReadMe(Cancel);

        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task More_tokens_are_not_more_calls()
    {
        NextMinute();
        var handle = await site.Person("aki");
        var (one, other) = (site.Client((await site.Token(handle)).Token), site.Client((await site.Token(handle)).Token));
        for (var n = 0; n < 3; n++)
            await one.Me.ReadMe(Cancel);

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => other.Me.ReadMe(Cancel));

        Assert.Equal("too-many-requests", refused.Code);
        Assert.NotNull(refused.RetryAfter);
    }

    // So that none begins while a test counts.
    private void NextMinute() => site.Pass(TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (site.Now.UtcTicks % TimeSpan.TicksPerMinute)));

    public sealed class NarrowSite : IAsyncLifetime
    {
        public ApiSite Site { get; } = new() { Settings = ["--Community:RequestLimits:ApiPerMinute=3"] };

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
