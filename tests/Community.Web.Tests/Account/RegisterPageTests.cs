using System.Net;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Account;

public sealed class RegisterPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task From_the_form_over_the_mail_to_being_signed_in()
    {
        using var visitor = community.Visitor();

        await visitor.Fill("/account/register", OpenCommunity.Registration("aoi"));
        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (visitor.Status, visitor.Leads));
        var link = await community.Link("aoi@example.com");
        await visitor.Open(link);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        await OpenCommunity.SignIn(visitor, "aoi@example.com");
        await visitor.Open("/account/settings");
        Assert.Contains("not confirmed yet", visitor.Page, StringComparison.Ordinal); // opening the link alone confirms nothing
        await visitor.Fill(link, []);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/settings?saved=confirmed"), (visitor.Status, visitor.Leads));
        await visitor.Open("/account/settings");
        Assert.DoesNotContain("not confirmed yet", visitor.Page, StringComparison.Ordinal);
        await visitor.Fill(link, []);
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
    }

    [Fact]
    public async Task Who_confirms_without_being_signed_in_finds_the_address_in_the_form_and_signs_in_with_the_password()
    {
        using var visitor = community.Visitor();
        await visitor.Fill("/account/register", OpenCommunity.Registration("nao"));

        await visitor.Fill(await community.Link("nao@example.com"), []);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Your address is confirmed.", visitor.Page, StringComparison.Ordinal);
        Assert.Equal("nao@example.com", visitor.Value("email"));
        Assert.Matches("id=\"password\"[^>]*autofocus", visitor.Page);
        Assert.DoesNotContain(visitor.Answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("community=", StringComparison.Ordinal)));
        await visitor.Post("/account/login", [.. visitor.Hidden("login"), ("email", "nao@example.com"), ("password", OpenCommunity.Password)]);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (visitor.Status, visitor.Leads));
    }

    [Fact]
    public async Task All_problems_stand_beside_their_fields_and_what_was_typed_is_still_there_but_the_password()
    {
        using var visitor = community.Visitor("ja");

        await visitor.Fill("/account/register", [("handle", "ゆ\"><b>"), ("display-name", "ゆかり"), ("email", "nowhere"), ("password", "short"), ("wants-digest", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(5, visitor.Errors.Count);
        Assert.Equal(("ゆ\"><b>", "ゆかり", "nowhere"), (visitor.Value("handle"), visitor.Value("display-name"), visitor.Value("email")));
        Assert.Null(visitor.Value("password"));
        Assert.DoesNotContain("short", visitor.Page, StringComparison.Ordinal);
        Assert.Matches("name=\"wants-digest\"[^>]*checked", visitor.Page);
        Assert.Matches("id=\"email\"[^>]*aria-describedby=\"email-hint email-error\"[^>]*aria-invalid=\"true\"", visitor.Page);
    }

    [Fact]
    public async Task A_taken_address_gets_the_same_answer()
    {
        using var visitor = community.Visitor();

        await visitor.Fill("/account/register", OpenCommunity.Registration("imposter", OpenCommunity.OwnerEmail));

        Assert.Equal((HttpStatusCode.SeeOther, "/account/sent"), (visitor.Status, visitor.Leads));
    }

    [Fact]
    public async Task Without_its_token_no_form_is_taken()
    {
        using var visitor = community.Visitor();

        foreach (var path in new[] { "/account/register", "/account/login", "/account/forgot", "/account/logout" })
            Assert.InRange((int)(await visitor.Post(path, [("_handler", "register"), ("email", "a@example.com")])).Status, 400, 499);
    }

    [Fact]
    public async Task Strings_that_break_forms_elsewhere_are_answered()
    {
        using var visitor = community.Visitor();

        foreach (var text in new[] { "\0", "\uFFFD", "\u202E\u200B", new string('x', 100_000), "' OR 1=1 --", "<script>alert(1)</script>", "{{7*7}}", "%0d%0aSet-Cookie: a=b", "${jndi:ldap://x}" })
        {
            await visitor.Fill("/account/register", [("handle", text), ("display-name", text), ("email", text), ("password", text)]);
            Assert.InRange((int)visitor.Status, 400, 499);
            Assert.DoesNotContain("<script>alert", visitor.Page, StringComparison.Ordinal);
        }
    }
}
