using System.Net;
using Community.Data;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Ideas;

/// <summary>What the team decides about an idea, without script, and two of them at once.</summary>
public sealed class TeamDeskTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_and_keeps_what_they_wrote()
    {
        using var first = await community.Owner();
        using var second = await community.Owner();
        var idea = await first.SubmitsIdea("A lamp for the tent pole");
        await first.Open(idea + "/team");
        await second.Open(idea + "/team");

        await first.Post(idea + "/team", [.. first.Hidden("status"), ("to", "planned"), ("text", "It comes with the next tent, in March."), ("step", "post")]);
        await second.Post(idea + "/team", [.. second.Hidden("status"), ("to", "declined"), ("text", "It would be too heavy for the pole."), ("step", "post")]);

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("It would be too heavy for the pole.</textarea>", second.Page, StringComparison.Ordinal);
        await second.Open(await PathOf(idea));
        Assert.Contains("in March", second.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("too heavy", second.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_answer_and_changes_nothing()
    {
        using var owner = await community.Owner();
        var idea = await owner.SubmitsIdea("A peg that glows at night");

        await owner.Fill(idea + "/team", [("to", "planned"), ("text", "It **glows** for six hours."), ("step", "preview")], "status");

        Assert.Contains("<strong>glows</strong>", owner.Page, StringComparison.Ordinal);
        await owner.Open(await PathOf(idea));
        Assert.DoesNotContain("official-answer", owner.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_merged_meanwhile_is_answered_with_a_sentence()
    {
        using var owner = await community.Owner();
        var (source, target) = (await owner.SubmitsIdea("A bag for wet boots"), await owner.SubmitsIdea("A pouch for boots that are wet"));
        await owner.Open(source + "/team");
        var form = owner.Hidden("status");
        await owner.Fill($"{source}/team/merge?into={Number(target)}", [], "merge");
        Assert.Equal(HttpStatusCode.SeeOther, owner.Status);

        await owner.Post(source + "/team", [.. form, ("to", "planned"), ("text", "It comes with the next pack, in May."), ("step", "post")]);
        Assert.Equal(HttpStatusCode.Conflict, owner.Status);
        await owner.Post($"{source}/team/merge", [.. form.Where(hidden => hidden.Name != "_handler"), ("into", Number(target)), ("_handler", "merge")]);
        Assert.Equal(HttpStatusCode.SeeOther, owner.Status);

        await owner.Fill(source + "/team/merge", [], "unmerge");
        Assert.Equal(HttpStatusCode.SeeOther, owner.Status);
        Assert.Equal(0, await community.Get<CommunityData>().Read(db => db.Ideas.CountAsync(i => i.MergedIntoId != null)));
    }

    [Theory]
    [InlineData("/team/merge", "merge", "into")]
    [InlineData("/team/move", "move", "board")]
    public async Task What_cannot_be_is_refused_beside_its_field(string page, string form, string field)
    {
        using var owner = await community.Owner();
        var idea = await owner.SubmitsIdea($"A stove that {form}s snow");
        await owner.Open(idea + "/team");
        var token = owner.Hidden("status").Where(hidden => hidden.Name == "__RequestVerificationToken");

        await owner.Post(idea + page, [.. token, ("_handler", form), (field, form == "merge" ? Number(idea) : "nowhere")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        Assert.NotEmpty(owner.Errors);
    }

    [Fact]
    public async Task A_vote_of_somebody_who_is_not_here_is_noted_apart_and_can_be_taken_back()
    {
        using var owner = await community.Owner();
        var idea = await owner.SubmitsIdea("A table that floats on the lake");

        await owner.Fill(idea + "/team/votes", [("name", "Lake Shop, Otsu"), ("evidence", "Letter of 3 May")], "pass-on");
        await owner.Open(idea + "/team/votes");
        Assert.Contains("Lake Shop, Otsu", owner.Page, StringComparison.Ordinal);
        await owner.Open(await PathOf(idea));
        Assert.Contains(">0</b>", owner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lake Shop", owner.Page, StringComparison.Ordinal);

        var vote = await community.Get<CommunityData>().Read(db => db.ProxyVotes.OrderByDescending(v => v.Id).Select(v => v.Id).FirstAsync());
        await owner.Fill(idea + "/team/votes", [("vote", vote.ToString(System.Globalization.CultureInfo.InvariantCulture))], "back");
        await owner.Open(idea + "/team/votes");
        Assert.DoesNotContain("Lake Shop, Otsu", owner.Page, StringComparison.Ordinal);
    }

    private async Task<string> PathOf(string idea)
    {
        var number = long.Parse(Number(idea), System.Globalization.CultureInfo.InvariantCulture);
        return $"{idea}/{await community.Get<CommunityData>().Read(db => db.Ideas.Where(i => i.Number == number).Select(i => i.Slug).SingleAsync())}";
    }

    private static string Number(string idea) => idea.Split('/')[^1];
}
