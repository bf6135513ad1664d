using System.Net;
using Community.Testing;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Account;

public sealed class LoginPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task In_back_to_where_one_came_from_and_out()
    {
        using var visitor = community.Visitor();

        await visitor.Open("/account/settings");
        Assert.Equal("/account/login?return=%2Faccount%2Fsettings", visitor.Leads);
        await OpenCommunity.SignIn(visitor, OpenCommunity.OwnerEmail, back: "/account/settings");
        Assert.Equal((HttpStatusCode.SeeOther, "/account/settings"), (visitor.Status, visitor.Leads));
        await visitor.Open("/account/login?return=/forums");
        Assert.Equal("/forums", visitor.Leads);
        await visitor.Open("/account/settings");
        await visitor.Post("/account/logout", visitor.Hidden("profile"));
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (visitor.Status, visitor.Leads));
        await visitor.Open("/account/settings");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_says_nothing_else()
    {
        using var visitor = community.Visitor();
        await OpenCommunity.SignIn(visitor, "nobody@example.com", "not my password");
        var unknown = (visitor.Status, string.Join('|', visitor.Errors));

        await OpenCommunity.SignIn(visitor, OpenCommunity.OwnerEmail, "not my password");

        Assert.Equal(unknown, (visitor.Status, string.Join('|', visitor.Errors)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(OpenCommunity.OwnerEmail, visitor.Value("email"));
        Assert.Null(visitor.Value("password"));
        await OpenCommunity.SignIn(visitor, OpenCommunity.OwnerEmail);
    }

    [Fact]
    public async Task No_return_address_leaves_the_house()
    {
        using var visitor = community.Visitor();
        var lists = new[] { "injection-lists/openredirects.txt", "injection-lists/Open-Redirect-payloads.txt", "injection-lists/crlfinjection.txt" };
        var own = new[] { "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "\\\\evil.example", "javascript:alert(1)", "/%2f/evil.example", "/%5cevil.example", "", "evil", "/\u2028/evil" };

        foreach (var back in lists.SelectMany(list => File.ReadLines(TestData.Require(list))).Concat(own))
        {
            await visitor.Open("/account/preferences?return=" + Uri.EscapeDataString(back));
            Assert.True(LeadsHome(visitor), $"{back} led to {visitor.Leads}");
            Assert.False(visitor.Answer.Headers.Contains("evil"));
        }
    }

    [Fact]
    public async Task After_signing_in_neither()
    {
        foreach (var back in new[] { "//evil.example", "/\\evil.example", "https://evil.example/", "/%5cevil.example" })
        {
            using var visitor = community.Visitor();
            await OpenCommunity.SignIn(visitor, OpenCommunity.OwnerEmail, back: back);
            Assert.Equal((HttpStatusCode.SeeOther, "/"), (visitor.Status, visitor.Leads));
        }
    }

    [Fact]
    public async Task Staying_is_a_choice()
    {
        using var visitor = community.Visitor();
        await OpenCommunity.SignIn(visitor, OpenCommunity.OwnerEmail);
        Assert.DoesNotContain("expires", Cookie(visitor), StringComparison.OrdinalIgnoreCase);

        using var other = community.Visitor();
        await other.Fill("/account/login", [("email", OpenCommunity.OwnerEmail), ("password", OpenCommunity.Password), ("stay", "true")]);

        Assert.Contains("expires", Cookie(other), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", Cookie(other), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", Cookie(other), StringComparison.OrdinalIgnoreCase);
    }

    private static string Cookie(FormVisitor visitor) => visitor.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("community=", StringComparison.Ordinal));

    // As a browser reads it: relative to the page, with backslashes as slashes and tabs and line ends dropped.
    private static bool LeadsHome(FormVisitor visitor) =>
        visitor.Leads is { } leads
        && Uri.TryCreate(new Uri("http://home.example/account/x"), string.Concat(leads.Replace('\\', '/').Where(c => c is not ('\t' or '\r' or '\n'))), out var to)
        && to.Host == "home.example";
}
