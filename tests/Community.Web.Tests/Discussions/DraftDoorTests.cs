using System.Net;
using System.Text.Json;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Discussions;

/// <summary>The door at which the script saves drafts.</summary>
public sealed class DraftDoorTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task A_save_is_answered_with_nothing_and_a_stale_one_with_what_is_stored()
    {
        using var member = await community.Drafter();
        var (_, place) = await community.TopicOf(member);

        await member.Saves(place, 1, DraftDesk.Words, ("to", "1"));
        Assert.Equal(HttpStatusCode.NoContent, member.Status);
        await member.Saves(place, 1, "from another tab");

        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        using var stored = JsonDocument.Parse(member.Page);
        Assert.Equal(1, stored.RootElement.GetProperty("sequence").GetInt64());
        Assert.Equal(DraftDesk.Words, stored.RootElement.GetProperty("text").GetProperty("body").GetString());
        Assert.Equal(1, stored.RootElement.GetProperty("text").GetProperty("to").GetInt32());
        Assert.True(stored.RootElement.TryGetProperty("savedAt", out _));
    }

    [Fact]
    public async Task Under_the_key_of_another_person_one_finds_only_ones_own()
    {
        using var member = await community.Drafter();
        using var other = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        await member.Saves(place, 1, DraftDesk.Words);

        await other.Saves(place, 1, "Words of the other.");

        Assert.Equal(HttpStatusCode.NoContent, other.Status);
        Assert.DoesNotContain(DraftDesk.Words, (await other.Open(path + "?draft=continue")).Page, StringComparison.Ordinal);
        Assert.Equal(DraftDesk.Words, (await member.Open(path + "?draft=continue")).Text("body"));
        await other.Post($"/drafts/{place}/discard", other.Tokens());
        Assert.Equal(DraftDesk.Words, (await member.Open(path + "?draft=continue")).Text("body"));
    }

    [Fact]
    public async Task Without_its_token_nothing_is_saved_or_thrown_away()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        await member.Saves(place, 1, DraftDesk.Words);

        await member.Post($"/drafts/{place}", [("sequence", "2"), ("body", "forged"), ("key", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.BadRequest, member.Status);
        await member.Post($"/drafts/{place}/discard", [("return", "/")]);
        Assert.Equal(HttpStatusCode.BadRequest, member.Status);

        Assert.Equal(DraftDesk.Words, (await member.Open(path + "?draft=continue")).Text("body"));
    }

    [Fact]
    public async Task A_visitor_is_led_to_sign_in()
    {
        using var member = await community.Drafter();
        using var visitor = community.Visitor();
        var (_, place) = await community.TopicOf(member);

        await visitor.Saves(place, 1, DraftDesk.Words);

        Assert.StartsWith("/account/login", visitor.Leads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply:1")]
    [InlineData("edit:1")]
    [InlineData("letter:1")]
    [InlineData("reply")]
    public async Task What_is_no_place_for_the_writer_is_not_found(string place)
    {
        using var member = await community.Drafter();

        await member.Saves(place, 1, DraftDesk.Words);

        Assert.Equal(HttpStatusCode.NotFound, member.Status);
    }

    [Fact]
    public async Task What_is_longer_than_a_post_is_refused()
    {
        using var member = await community.Drafter();
        var (_, place) = await community.TopicOf(member);

        await member.Saves(place, 1, new string('a', 40_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await member.Saves(place, 1, new string('a', 3_000_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, member.Status);

        Assert.Null(await community.DraftAt(place));
    }
}
