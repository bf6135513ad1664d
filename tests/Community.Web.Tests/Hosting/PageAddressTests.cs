using System.Net;
using System.Text.RegularExpressions;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Hosting;

public sealed partial class PageAddressTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Theory]
    [InlineData("/account/login?return=%2Freport%3Fpost%3D5")]
    [InlineData("/account/confirm?token=abc-123")]
    [InlineData("/account/reset?token=abc-123")]
    public async Task The_language_the_theme_and_the_skip_link_keep_what_the_page_was_opened_for(string path)
    {
        using var visitor = community.Visitor();

        await visitor.Open(path);

        var skip = WebUtility.HtmlDecode(Skip().Match(visitor.Page).Groups["to"].Value);
        Assert.Equal(path + "#main", skip);
        foreach (var choice in new[] { "language=en", "theme=dark" })
        {
            await visitor.Open($"/account/preferences?{choice}&return={Uri.EscapeDataString(path)}");
            Assert.Equal(path, visitor.Leads);
            await visitor.Open(path);
            Assert.Contains($"/account/preferences?{choice}&amp;return={Uri.EscapeDataString(path)}\"", visitor.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_link_to_sign_in_does_not_carry_the_token_of_a_mailed_link()
    {
        using var visitor = community.Visitor();

        await visitor.Open("/account/reset?token=abc-123");

        Assert.DoesNotContain("/account/login?return=%2Faccount%2Freset%3Ftoken", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_kept_for_visitors_names_only_what_its_key_knows()
    {
        using var visitor = community.Visitor();

        await visitor.Open("/forums/general?sort=newest&secret=abc-123");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("/forums/general?sort=newest#main", WebUtility.HtmlDecode(Skip().Match(visitor.Page).Groups["to"].Value));
        Assert.DoesNotContain("abc-123", visitor.Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<a class=\"skip\" href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Skip();
}
