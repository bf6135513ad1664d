using System.Net;
using Community.Client;

namespace Community.Web.Tests.Api;

public sealed class ClientRetryTests
{
    private const string NoForums = "[]";
    private static readonly NewPost Reply = new("A drop of oil helps.");
    private readonly StubServer server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_call_is_tried_again_where_the_server_is_busy_or_away(HttpStatusCode status)
    {
        var client = server.Then(status).Then(status).Then(HttpStatusCode.OK, NoForums).Client();

        Assert.Empty(await client.Forums.ListForums(Cancel));

        Assert.Equal(3, server.Asked.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.ResponseEnded)]
    public async Task A_call_is_tried_again_where_the_connection_is_lost(HttpRequestError failure)
    {
        var client = server.Then(failure).Then(HttpStatusCode.OK, NoForums).Client();

        Assert.Empty(await client.Forums.ListForums(Cancel));

        Assert.Equal(2, server.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task A_refusal_is_final(HttpStatusCode status)
    {
        var client = server.Then(status).Client();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => client.Forums.ListForums(Cancel));

        Assert.Equal(status, refused.Status);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_wrong_certificate_is_not_tried_again()
    {
        var client = server.Then(HttpRequestError.SecureConnectionError).Client();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Forums.ListForums(Cancel));

        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task After_so_many_tries_the_last_answer_counts()
    {
        var client = server.Then(HttpStatusCode.ServiceUnavailable).Client(new CommunityClientOptions { Retries = 2 });

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => client.Forums.ListForums(Cancel));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal(3, server.Asked.Count);
    }

    [Fact]
    public async Task Waits_double_give_or_take_a_quarter()
    {
        var client = server.Then(HttpStatusCode.ServiceUnavailable).Client(new CommunityClientOptions { Retries = 4, FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(5) });

        await Assert.ThrowsAsync<CommunityApiException>(() => client.Forums.ListForums(Cancel));

        Assert.Collection(
            server.Time.Waits,
            wait => Assert.InRange(wait.TotalSeconds, 0.75, 1.25),
            wait => Assert.InRange(wait.TotalSeconds, 1.5, 2.5),
            wait => Assert.InRange(wait.TotalSeconds, 3, 5),
            wait => Assert.Equal(5, wait.TotalSeconds));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Mon, 06 Apr 2026 09:00:07 GMT")]
    public async Task The_wait_is_as_long_as_the_server_asks(string retryAfter)
    {
        var client = server.Then(HttpStatusCode.TooManyRequests, retryAfter: retryAfter).Then(HttpStatusCode.OK, NoForums).Client();

        await client.Forums.ListForums(Cancel);

        Assert.Equal([TimeSpan.FromSeconds(7)], server.Time.Waits);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_left_to_the_caller()
    {
        var client = server.Then(HttpStatusCode.TooManyRequests, retryAfter: "61").Client();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => client.Forums.ListForums(Cancel));

        Assert.Equal(TimeSpan.FromSeconds(61), refused.RetryAfter);
        Assert.Empty(server.Time.Waits);
    }

    [Fact]
    public async Task What_is_created_carries_one_key_through_all_tries_and_another_the_next_time()
    {
        var client = server.Then(HttpRequestError.ResponseEnded).Then(HttpStatusCode.ServiceUnavailable)
            .Then(HttpStatusCode.Created, """{"id":"5","number":2,"isHeld":false}""").Client();

        await client.Topics.PostReply(1, Reply, cancel: Cancel);
        await client.Topics.PostReply(1, Reply, cancel: Cancel);

        var keys = server.Asked.Select(request => Assert.Single(request.Headers.GetValues("Idempotency-Key"))).ToList();
        Assert.Equal(4, keys.Count);
        Assert.Single(keys[..3].Distinct());
        Assert.NotEqual(keys[0], keys[3]);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 2)]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    public async Task An_act_without_a_key_is_tried_again_only_where_it_never_arrived(HttpRequestError failure, int tries)
    {
        var client = server.Then(failure).Then(HttpStatusCode.NoContent).Client();

        var act = client.Moderation.UndoAct(3, Cancel);

        Assert.Equal(tries == 1, await Record.ExceptionAsync(() => act) is HttpRequestException);
        Assert.Equal(tries, server.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 2)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1)]
    public async Task A_decision_is_tried_again_only_where_it_was_turned_away(HttpStatusCode status, int tries)
    {
        var client = server.Then(status).Then(HttpStatusCode.NoContent).Client();

        var act = client.Moderation.Decide(new QueueDecision(ContentKind.Post, "5", Decision.Keep, "Fine."), Cancel);

        Assert.Equal(tries == 1, await Record.ExceptionAsync(() => act) is CommunityApiException);
        Assert.Equal(tries, server.Asked.Count);
    }

    [Fact]
    public async Task Whoever_cancels_while_it_waits_is_heard()
    {
        using var stop = new CancellationTokenSource();
        var time = new InstantTime { OnWait = _ => stop.Cancel() };
        using var http = new HttpClient(server.Then(HttpStatusCode.ServiceUnavailable));
        using var client = new CommunityClient(http, new CommunityClientOptions { BaseAddress = new Uri("https://fans.example.com"), Time = time });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Forums.ListForums(stop.Token));

        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("A drop of oil helps.", 4, true)]
    [InlineData("Somebody else wrote this.", 4, false)]
    [InlineData("A drop of oil helps.", 5, false)]
    public async Task An_edit_whose_answer_was_lost_counts_as_done_where_its_text_stands(string text, int version, bool isDone)
    {
        var client = server.Then(HttpRequestError.ResponseEnded).Then(HttpStatusCode.PreconditionFailed, """{"code":"edit-conflict"}""").Then(HttpStatusCode.OK, Post(text, version)).Client();

        var failure = await Record.ExceptionAsync(() => client.Posts.EditPost("5", 3, new PostEdit("A drop of oil helps.\r\n"), Cancel));

        Assert.Equal("\"3\"", server.Asked[1].Headers.IfMatch.ToString());
        if (isDone)
            Assert.Null(failure);
        else
            Assert.True(Assert.IsType<CommunityApiException>(failure).MayBeDone);
    }

    private static string Post(string markdown, int version) => $$"""
        {
          "id": "5", "number": 2, "state": "visible", "author": null, "html": "", "language": null, "createdAt": "2026-04-06T09:00:00Z", "editedAt": null, "isOfficial": false,
          "replyToNumber": null, "reactions": {}, "myReaction": null, "topicNumber": 1, "markdown": "{{markdown}}", "version": {{version}}
        }
        """;
}
