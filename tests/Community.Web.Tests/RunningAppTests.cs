using System.Net;
using Community.Testing;

namespace Community.Web.Tests;

public sealed class RunningAppTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task The_real_host_answers_on_loopback(string address, HttpStatusCode status)
    {
        using var client = new HttpClient { BaseAddress = new(app.Address) };

        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }
}
