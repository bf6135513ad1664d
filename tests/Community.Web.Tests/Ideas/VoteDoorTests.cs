using System.Net;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Ideas;

/// <summary>A vote by its form, and what a list asks for after one.</summary>
public sealed class VoteDoorTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task What_is_refused_says_why_and_leads_back_to_where_it_was_done_and_nowhere_else()
    {
        using var owner = await community.Owner();
        var idea = await owner.SubmitsIdea("A spoon that folds twice");
        await owner.Fill(idea + "/team", [("to", "declined"), ("text", "It would break where it folds."), ("step", "post")], "status");
        await owner.Open("/ideas/new");
        var token = owner.Tokens();

        await owner.Post(idea + "/vote", [.. token, ("wanted", "yes"), ("return", "/ideas?sort=new")]);
        Assert.Equal(HttpStatusCode.Conflict, owner.Status);
        Assert.Contains("href=\"/ideas?sort=new\"", owner.Page, StringComparison.Ordinal);

        await owner.Post(idea + "/vote", [.. token, ("wanted", "yes"), ("return", "https://elsewhere.example/")]);
        Assert.Equal(HttpStatusCode.Conflict, owner.Status);
        Assert.DoesNotContain("elsewhere", owner.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_asks_for_the_vote_alone_and_who_comes_by_themselves_is_led_to_the_idea()
    {
        using var owner = await community.Owner();
        var idea = await owner.SubmitsIdea("A fork that folds twice");
        await owner.Open("/ideas/new");

        await owner.Post(idea + "/vote", [.. owner.Tokens(), ("wanted", "yes"), ("return", idea + "/vote")]);
        Assert.Equal(idea + "/vote", owner.Leads);
        await owner.Open(owner.Leads!);
        Assert.StartsWith("<button", owner.Page.Trim(), StringComparison.Ordinal);
        Assert.Contains("aria-pressed=\"true\"", owner.Page, StringComparison.Ordinal);

        await owner.Open(idea + "/vote", ("Sec-Fetch-Dest", "document"));
        Assert.Equal(idea, owner.Leads);
    }
}
