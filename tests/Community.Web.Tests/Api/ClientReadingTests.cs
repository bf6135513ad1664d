using System.Net;
using Community.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Api;

public sealed class ClientReadingTests
{
    private readonly StubServer server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_newer_server_adds_is_read_as_unknown_or_passed_over()
    {
        var client = server.Then(HttpStatusCode.OK, """
            {
              "items": [{
                "id": "5", "number": 2, "state": "folded", "author": {"id": "7", "handle": "aki", "name": "Aki", "role": "ambassador", "mood": "fine"}, "html": "", "language": null,
                "createdAt": "2026-04-06T09:00:00Z", "editedAt": null, "isOfficial": false, "replyToNumber": null, "reactions": {"heart": 2, "rocket": 1}, "myReaction": "rocket", "poll": {}
              }],
              "next": null, "total": 1
            }
            """).Client();

        var post = Assert.Single((await client.Topics.ListPosts(1, cancel: Cancel)).Items);

        Assert.Equal((PostState.Unknown, Role.Unknown, ReactionKind.Unknown), (post.State, post.Author!.Role, post.MyReaction));
        Assert.Equal(2, post.Reactions[ReactionKind.Heart]);
    }

    [Fact]
    public async Task A_refusal_says_what_the_problem_says()
    {
        var client = server.Then(HttpStatusCode.UnprocessableEntity, """{"type":"/problems/body-too-short","title":"Please write at least 20 characters.","status":422,"code":"body-too-short","field":"body","min":20}""", "application/problem+json").Client();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => client.Topics.PostReply(1, new NewPost("Hi"), cancel: Cancel));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "body-too-short", "body", "Please write at least 20 characters."), (refused.Status, refused.Code, refused.Field, refused.Title));
        Assert.Equal(20, refused.Members["min"].GetInt32());
        Assert.False(refused.MayBeDone);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "<html>Who are you?</html>", "text/html")]
    [InlineData(HttpStatusCode.Forbidden, "", "text/plain")]
    [InlineData(HttpStatusCode.NotFound, "[1, 2]", "application/json")]
    [InlineData(HttpStatusCode.OK, "<html>Please pay for the network.</html>", "text/html")]
    [InlineData(HttpStatusCode.OK, "null", "application/json")]
    public async Task What_something_in_between_answers_is_no_crash(HttpStatusCode status, string body, string type)
    {
        var client = server.Then(status, body, type).Client();

        var refused = await Assert.ThrowsAsync<CommunityApiException>(() => client.Me.ReadMe(Cancel));

        Assert.Equal((status, CommunityApiException.NoCode), (refused.Status, refused.Code));
        Assert.NotEmpty(refused.Title);
    }

    [Fact]
    public async Task Names_stand_in_addresses_escaped()
    {
        var client = server.Then(HttpStatusCode.OK, """{"items":[],"next":null}""").Client();

        await client.Topics.ListTagTopics("c# & 修理/oil", "a+b=", Cancel);

        Assert.Equal("https://fans.example.com/api/v1/tags/c%23%20%26%20%E4%BF%AE%E7%90%86%2Foil/topics?after=a%2Bb%3D", server.Asked[0].RequestUri!.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    public async Task What_would_change_the_address_is_not_sent(string slug)
    {
        var client = server.Then(HttpStatusCode.NoContent).Client();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Forums.DeleteForum(slug, Cancel));

        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_list_is_walked_only_as_far_as_somebody_reads()
    {
        var client = server.Then(HttpStatusCode.OK, """{"items":[],"next":"2"}""").Then(HttpStatusCode.OK, """{"items":[],"next":null}""").Client();

        Assert.Equal(0, await client.Topics.ListAllPosts(1, Cancel).CountAsync(Cancel));

        Assert.Equal(["/api/v1/topics/1/posts", "/api/v1/topics/1/posts?after=2"], server.Asked.Select(request => request.RequestUri!.PathAndQuery));
    }

    [Fact]
    public async Task A_factory_makes_it_with_the_options_that_are_registered()
    {
        server.Then(HttpStatusCode.OK, "[]");
        var services = new ServiceCollection();
        services.AddSingleton(new CommunityClientOptions { Token = "cmt_secret", Language = "ja" });
        services.AddHttpClient<CommunityClient>(http => http.BaseAddress = new Uri("https://example.com/fans")).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CommunityClient>().Forums.ListForums(Cancel);

        var asked = Assert.Single(server.Asked);
        Assert.Equal("https://example.com/fans/api/v1/forums", asked.RequestUri!.AbsoluteUri);
        Assert.Equal(("Bearer cmt_secret", "ja"), (asked.Headers.Authorization!.ToString(), asked.Headers.AcceptLanguage.ToString()));
    }
}
