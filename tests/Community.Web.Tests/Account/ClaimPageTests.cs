using System.Net;
using Community.Data;
using Community.Members;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Account;

public sealed class ClaimPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    private const string Password = "another campfire tale";

    [Fact]
    public async Task The_old_address_opens_the_member_and_signs_in()
    {
        var handle = await community.Imported("nora", "nora@old.example");
        using var visitor = community.Visitor();
        await visitor.Open($"/members/{handle}");
        Assert.Contains("href=\"/account/claim?member=nora\"", visitor.Page, StringComparison.Ordinal);

        await visitor.Fill("/account/claim?member=nora", [("email", "nora@old.example")]);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (visitor.Status, visitor.Leads));
        var link = await Link(handle, "nora@old.example");
        await visitor.Fill(link, [("password", Password), ("is-of-age", "true")], "take");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (visitor.Status, visitor.Errors.Count));
        await visitor.Fill(link, [("password", Password), ("is-of-age", "true"), ("accepts-terms", "true")], "take");

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (visitor.Status, visitor.Leads));
        Assert.Contains("@nora", (await visitor.Open("/account/settings")).Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/claim", (await visitor.Open($"/members/{handle}")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.Open(link)).Status);
    }

    [Theory]
    [InlineData("en", "This was me")]
    [InlineData("ja", "これは私です")]
    public async Task Whom_nobody_can_claim_says_nothing_of_it(string language, string words)
    {
        var (open, closed) = (await community.Imported("open-" + language, language + "@old.example"), await community.Imported("closed-" + language));
        using var visitor = community.Visitor(language);

        Assert.Contains(words, (await visitor.Open($"/members/{open}")).Page, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await visitor.Open($"/members/{closed}")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_is_answered_like_the_right_one()
    {
        await community.Imported("rika", "rika@old.example");
        using var visitor = community.Visitor();

        await visitor.Fill("/account/claim?member=rika", [("email", "somebody@else.example")]);

        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (visitor.Status, visitor.Leads));
    }

    [Fact]
    public async Task Only_an_administrator_sees_the_form_that_hands_a_member_over()
    {
        var handle = await community.Imported("sora");
        using var owner = community.Visitor();
        await OpenCommunity.SignIn(owner, OpenCommunity.OwnerEmail);

        await owner.Fill($"/moderation/members/{handle}", [("claim-email", "nowhere"), ("claim-reason", "Told us by phone")], "offer");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "nowhere"), (owner.Status, owner.Value("claim-email")));
        await owner.Fill($"/moderation/members/{handle}", [("claim-email", "sora@new.example"), ("claim-reason", "Told us by phone")], "offer");

        Assert.Equal(HttpStatusCode.SeeOther, owner.Status);
        Assert.Contains("Former member offered by mail", (await owner.Open(owner.Leads!)).Page, StringComparison.Ordinal);
        Assert.DoesNotContain("claim-email", (await owner.Open("/moderation/members/olga")).Page, StringComparison.Ordinal);
        using var visitor = community.Visitor();
        await visitor.Fill(await Link(handle, "sora@new.example"), [("password", Password), ("is-of-age", "true"), ("accepts-terms", "true")], "take");
        Assert.Equal("/", visitor.Leads);
    }

    // What was sent is no longer in the outbox.
    private async Task<string> Link(string handle, string email)
    {
        var id = await community.Get<CommunityData>().Read(db => db.Members.Where(m => m.Handle == handle).Select(m => m.Id).SingleAsync());
        return "/account/claim/take?token=" + community.Get<ClaimTokens>().Make(id, email);
    }
}
