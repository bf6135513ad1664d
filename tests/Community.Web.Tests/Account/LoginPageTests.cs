using System.Net;
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
}
