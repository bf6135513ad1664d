using System.Net;
using System.Text.Json;
using Community.Data;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

/// <summary>What a page asks for while somebody writes on it: names, and the connection of its island.</summary>
public sealed class WritingDoorTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private static int last;

    [Fact]
    public async Task _10_Names_come_as_data_that_nobody_else_keeps()
    {
        using var member = await Member();
        var (_, place) = await Topic(member);

        await member.Open($"/people?place={place}&q=olg");

        using var found = JsonDocument.Parse(member.Page);
        Assert.Equal("olga", found.RootElement[0].GetProperty("handle").GetString());
        Assert.True(found.RootElement[0].GetProperty("reads").GetBoolean());
        Assert.True(member.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task _10_Whoever_collects_names_is_stopped_and_others_are_not()
    {
        using var member = await Member();
        using var other = await Member();
        var (_, place) = await Topic(member);

        for (var asked = 0; asked <= 120 * 2 && member.Status != HttpStatusCode.TooManyRequests; asked++)
            await member.Open($"/people?place={place}&q=a{asked}");

        Assert.Equal(HttpStatusCode.TooManyRequests, member.Status);
        Assert.NotNull(member.Answer.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await other.Open($"/people?place={place}&q=a")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("reply:1")]
    [InlineData("edit:1")]
    [InlineData("letter:1")]
    public async Task _10_What_is_no_place_for_the_writer_has_no_names(string place)
    {
        using var member = await Member();

        Assert.Equal(HttpStatusCode.NotFound, (await member.Open($"/people?place={place}&q=olg")).Status);
    }

    [Fact]
    public async Task _10_Only_a_page_that_is_written_on_may_hold_an_island_and_only_a_member_connects_to_one()
    {
        using var member = await Member();
        using var visitor = community.Visitor();
        var (path, _) = await Topic(member);

        Assert.DoesNotContain("<!--Blazor", (await member.Open(path)).Page, StringComparison.Ordinal);
        Assert.Contains("""<!--Blazor:{"type":"server",""", (await member.Open(path + "?reply=0")).Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor", (await visitor.Open(path + "?reply=0")).Page, StringComparison.Ordinal);

        await visitor.Post("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await member.Post("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.Equal(HttpStatusCode.OK, member.Status);
    }

    [Fact]
    public async Task _10_Whose_address_is_not_confirmed_connects_to_no_island_until_it_is()
    {
        using var newcomer = community.Visitor();
        await newcomer.Fill("/account/register", OpenCommunity.Registration("newcomer"));
        await OpenCommunity.SignIn(newcomer, "newcomer@example.com");
        Assert.Equal(HttpStatusCode.OK, (await newcomer.Open("/me/drafts")).Status);

        foreach (var way in (string[])["/_blazor/negotiate?negotiateVersion=1", "/_blazor", "/_blazor/disconnect"])
        {
            await newcomer.Post(way, []);
            Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
        }

        await newcomer.Fill(await community.Link("newcomer@example.com"), []);
        await newcomer.Post("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);
    }

    private Task<FormVisitor> Member() => community.Member($"writer-{Interlocked.Increment(ref last)}");

    private async Task<(string Path, string Place)> Topic(FormVisitor member)
    {
        var title = $"How does one oil a hinge, and what with? {Guid.NewGuid()}";
        await member.Fill("/forums/general/new", [("title", title), ("body", $"It squeaks, and I would like to know why. {title}"), ("tags", ""), ("step", "post")], "topic");
        Assert.Equal(HttpStatusCode.SeeOther, member.Status);
        var id = await community.Get<CommunityData>().Read(db => db.Topics.Where(t => t.Title == title).Select(t => t.Id).SingleAsync());
        return (member.Leads!, $"reply:{id}");
    }
}
