using Community.Testing;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Hosting;

public sealed class ProxiesTests
{
    [Fact]
    public async Task Behind_a_trusted_proxy_with_tls_cookies_are_secure()
    {
        await using var app = new RunningApp { Settings = ["--Community:TrustedProxies:0=127.0.0.0/8", "--Community:TrustedProxies:1=::1"] };
        await app.InitializeAsync();

        Assert.Contains("secure", await LanguageCookie(app), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_anybody_else_says_about_the_way_is_not_believed()
    {
        await using var app = new RunningApp();
        await app.InitializeAsync();

        Assert.DoesNotContain("secure", await LanguageCookie(app), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> LanguageCookie(RunningApp app)
    {
        using var visitor = new FormVisitor(app.Address);
        await visitor.Open("/account/preferences?language=ja", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.77"));
        return visitor.Answer.Headers.GetValues("Set-Cookie").Single();
    }
}
