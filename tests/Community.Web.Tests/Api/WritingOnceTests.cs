using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Community.Client;

namespace Community.Web.Tests.Api;

[Collection(nameof(ApiSite))]
public sealed class WritingOnceTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_key_twice_gives_the_first_result()
    {
        var aki = await site.ClientOf("aki");
        var key = Guid.NewGuid();

        var first = await aki.Topics.StartTopic("help", new NewTopic("Which oil for a hinge?", "It squeaks."), key, Cancel);
        var again = await aki.Topics.StartTopic("help", new NewTopic("Which oil for a hinge?", "It squeaks."), key, Cancel);

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Ten_calls_with_one_key_at_once_write_one_post()
    {
        var aki = await site.ClientOf("aki");
        var topic = await site.Topic(aki);
        var key = Guid.NewGuid();

        var posts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => aki.Topics.PostReply(topic.Number, new NewPost("A drop of oil helps."), key, Cancel)));

        Assert.Single(posts.Distinct());
        Assert.Equal(1, (await aki.Topics.ReadTopic(topic.Number, Cancel)).ReplyCount);
    }

    [Fact]
    public async Task The_same_key_reports_once()
    {
        var topic = await site.Topic(await site.ClientOf("ben"));
        var aki = await site.ClientOf("aki");
        var opening = (await aki.Topics.ListPosts(topic.Number, cancel: Cancel)).Items[0];
        var key = Guid.NewGuid();

        var first = await aki.Reports.ReportPost(opening.Id, new NewReport(ReportReason.OffTopic), key, Cancel);
        var again = await aki.Reports.ReportPost(opening.Id, new NewReport(ReportReason.OffTopic), key, Cancel);

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task The_same_key_of_two_people_is_two_keys()
    {
        var (aki, ben) = (await site.ClientOf("aki"), await site.ClientOf("ben"));
        var topic = await site.Topic(aki);
        var key = Guid.NewGuid();

        var akis = await aki.Topics.PostReply(topic.Number, new NewPost("A drop of oil helps."), key, Cancel);
        var bens = await ben.Topics.PostReply(topic.Number, new NewPost("So does soap."), key, Cancel);

        Assert.NotEqual(akis.Id, bens.Id);
    }

    [Fact]
    public async Task An_edit_from_an_older_version_changes_nothing()
    {
        var aki = await site.ClientOf("aki");
        var topic = await site.Topic(aki);
        var post = await aki.Posts.ReadPost((await aki.Topics.ListPosts(topic.Number, cancel: Cancel)).Items[0].Id, Cancel);
        await aki.Posts.EditPost(post.Id, post.Version, new PostEdit("The lid broke as well."), Cancel);

        var stale = await Assert.ThrowsAsync<CommunityApiException>(() => aki.Posts.EditPost(post.Id, post.Version, new PostEdit("Only the clasp."), Cancel));

        Assert.Equal((HttpStatusCode.PreconditionFailed, false), (stale.Status, stale.MayBeDone));
        Assert.Equal("The lid broke as well.", (await aki.Posts.ReadPost(post.Id, Cancel)).Markdown);
    }

    [Fact]
    public async Task An_edit_whose_answer_lost_its_tag_on_the_way_is_done()
    {
        var token = (await site.Token(await site.Person("aki"))).Token;
        using var proxy = new WithoutTags();
        var aki = site.Client(token, proxy);
        var post = await aki.Topics.PostReply((await site.Topic(aki)).Number, new NewPost("A drop of oil helps."), cancel: Cancel);

        var version = await aki.Posts.EditPost(post.Id, 1, new PostEdit("Two drops are better."), Cancel);

        Assert.Equal(2, version);
        Assert.Equal(version, (await aki.Posts.ReadPost(post.Id, Cancel)).Version);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("*", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"abc\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"1\"", HttpStatusCode.NoContent)]
    public async Task An_edit_says_what_it_started_from(string? ifMatch, HttpStatusCode status)
    {
        var token = (await site.Token(await site.Person("aki"))).Token;
        var aki = site.Client(token);
        var post = await aki.Topics.PostReply((await site.Topic(aki)).Number, new NewPost("A drop of oil helps."), cancel: Cancel);
        using var http = new HttpClient { BaseAddress = new Uri(site.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/posts/{post.Id}") { Content = JsonContent.Create(new { markdown = "Two drops are better." }) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);

        using var answer = await http.SendAsync(request, Cancel);

        Assert.Equal(status, answer.StatusCode);
        var read = await http.GetAsync(new Uri($"/api/v1/posts/{post.Id}", UriKind.Relative), Cancel);
        Assert.Equal(status == HttpStatusCode.NoContent ? "\"2\"" : "\"1\"", read.Headers.ETag!.Tag);
    }

    private sealed class WithoutTags() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            answer.Headers.ETag = null;
            return answer;
        }
    }
}
