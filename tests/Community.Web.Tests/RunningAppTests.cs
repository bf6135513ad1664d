using System.Net;
using Community.Testing;

namespace Community.Web.Tests;

public sealed class RunningAppTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_real_host_answers_on_loopback()
    {
        using var client = new HttpClient { BaseAddress = new(app.Address) };

        var answer = await client.GetAsync("/no-such-page", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
