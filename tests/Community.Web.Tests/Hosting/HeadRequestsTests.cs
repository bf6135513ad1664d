using System.Net;
using Community.Testing;

namespace Community.Web.Tests.Hosting;

public sealed class HeadRequestsTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/search", HttpStatusCode.OK)]
    [InlineData("/rules", HttpStatusCode.OK)]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    [InlineData("/feeds/latest.atom", HttpStatusCode.OK)]
    [InlineData("/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("/api/v1/forums", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/t/999999", HttpStatusCode.NotFound)]
    public async Task Asked_for_the_head_alone_a_page_answers_as_asked_for_the_whole(string path, HttpStatusCode status)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);
        using var whole = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((status, status), (head.StatusCode, whole.StatusCode));
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
