using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Tests.Rights;

namespace Community.Web.Tests.Api;

/// <summary>A token never does more than it says, and an answer never says more than a page.</summary>
public sealed class NarrowTokensTests(World world) : IClassFixture<World>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Owner)]
    public async Task Staff_who_are_suspended_meet_no_open_door_of_the_staff(Role role)
    {
        var handle = $"resting-{role}".ToLowerInvariant();
        await world.Person(handle, role, TrustLevel.Member, null, member => member.SuspendedUntil = TimeProvider.System.GetUtcNow().AddDays(1));
        var token = await world.Token(handle, TokenScope.Staff);
        using var browser = new HttpClient { BaseAddress = new Uri(world.Address) };
        var persona = new Persona('S', browser, world.Fan, TokenScope.Staff, token);
        var knock = new Knock(world);

        foreach (var door in RightsMatrix.Doors.Where(door => door.Scope == "staff"))
            Assert.True((await knock.At(door, persona)).Met is Right.Absent or Right.Refused, door.Name);
    }

    [Fact]
    public async Task A_token_for_writing_writes_as_a_member_and_not_as_the_brand()
    {
        await world.Person("brandon", Role.Brand, TrustLevel.Member);
        var things = new Things(world);
        var topic = await things.Of("topic", world.Personas['B']);

        using var asMember = await Send(HttpMethod.Post, $"topics/{topic}/posts", await world.Token("brandon", TokenScope.Write), new { markdown = "I say this for myself alone, as anybody could." });
        using var asBrand = await Send(HttpMethod.Post, $"topics/{topic}/posts", await world.Token("brandon", TokenScope.Staff), new { markdown = "And this is what the brand has to say about it." });

        var posts = await Json($"topics/{topic}/posts");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (asMember.StatusCode, asBrand.StatusCode));
        Assert.Equal([false, false, true], posts.GetProperty("items").EnumerateArray().Select(post => post.GetProperty("isOfficial").GetBoolean()));
    }

    [Fact]
    public async Task A_tombstone_does_not_say_who_wrote_it_nor_how_it_was_taken()
    {
        var things = new Things(world);
        var id = long.Parse(await things.Of("post", world.Personas['T']), System.Globalization.CultureInfo.InvariantCulture);
        World.Must(await world.Get<ChangePostState>().Run(World.Root, new ChangePostState.Input(id, PostState.Hidden, "a test hides it", PostState.Visible)));

        var posts = await Json($"topics/{await things.TopicOf(id)}/posts");

        var tombstone = posts.GetProperty("items")[1];
        var single = await Json($"posts/{id}");
        foreach (var post in (JsonElement[])[tombstone, single])
        {
            Assert.Equal("hidden", post.GetProperty("state").GetString());
            Assert.All(["author", "language", "editedAt", "replyToNumber", "myReaction"], name => Assert.Equal(JsonValueKind.Null, post.GetProperty(name).ValueKind));
            Assert.Equal(("", false, 0), (post.GetProperty("html").GetString(), post.GetProperty("isOfficial").GetBoolean(), post.GetProperty("reactions").EnumerateObject().Count()));
        }

        Assert.Equal(("", 0), (single.GetProperty("markdown").GetString(), single.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Saying_that_nothing_was_read_does_not_tell_which_topics_there_are()
    {
        var things = new Things(world);
        var persona = world.Personas['T'];
        foreach (var topic in (string[])[await things.Of("topic", persona), await things.Of("topic:staff", persona), "99999999"])
        {
            using var answer = await Send(HttpMethod.Put, $"topics/{topic}/read", persona.Token, new { number = 0 });

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_key_that_was_used_in_one_topic_is_refused_in_another()
    {
        var things = new Things(world);
        var persona = world.Personas['T'];
        var key = Guid.NewGuid().ToString();
        using var first = await Send(HttpMethod.Post, $"topics/{await things.Of("topic", persona)}/posts", persona.Token, new { markdown = "The first of two answers, each to its own topic." }, key);
        using var second = await Send(HttpMethod.Post, $"topics/{await things.Of("topic", persona)}/posts", persona.Token, new { markdown = "The second of them, which must not be lost." }, key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("x:99999")]
    [InlineData("[::1")]
    [InlineData("a.example")]
    public async Task The_document_is_there_whatever_host_is_asked_for(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.TryAddWithoutValidation("Host", host);

        using var answer = await world.Personas['V'].Browser.SendAsync(request, Cancel);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, answer.StatusCode.ToString());
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? token, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"{ApiPath.V1}/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await world.Personas['V'].Browser.SendAsync(request, Cancel);
    }

    private Task<JsonElement> Json(string path) => world.Personas['V'].Browser.GetFromJsonAsync<JsonElement>($"{ApiPath.V1}/{path}", Cancel);
}
