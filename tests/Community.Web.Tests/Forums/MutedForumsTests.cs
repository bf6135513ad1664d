using System.Net;
using System.Text.RegularExpressions;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Forums;

public sealed class MutedForumsTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/forums")]
    [InlineData("/forums/help")]
    public async Task _18_A_muted_forum_waits_below_the_list_and_comes_back_by_one_button(string address)
    {
        await site.Topic(site.Aki, forum: "tools");
        using var member = await site.BrowserOf(site.Ben);
        var before = await member.GetStringAsync(address, Cancel);

        using var muted = await member.PostAsync("/me/follows/forum/2/muted", Form(before, address), Cancel);
        var (page, queries) = await site.Counted(member, address);

        Assert.DoesNotContain("muted-forums", before, StringComparison.Ordinal);
        Assert.DoesNotContain("/forums/tools", Before(page), StringComparison.Ordinal);
        Assert.Contains("href=\"/forums/tools\"", After(page), StringComparison.Ordinal);
        Assert.InRange(queries, 1, 9);
        Assert.DoesNotContain("<details class=\"muted-forums\" open", page, StringComparison.Ordinal);

        var button = Regex.Match(After(page), "formaction=\"([^\"]+)\"").Groups[1].Value;
        using var back = await member.PostAsync(button, Form(page, address), Cancel);

        Assert.Equal((HttpStatusCode.SeeOther, address), (back.StatusCode, back.Headers.Location!.ToString()));
        Assert.DoesNotContain("muted-forums", await member.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    private static string Before(string page) => page[page.IndexOf("<h1", StringComparison.Ordinal)..page.IndexOf("muted-forums", StringComparison.Ordinal)];

    private static string After(string page) => page[page.IndexOf("muted-forums", StringComparison.Ordinal)..];

    private static FormUrlEncodedContent Form(string page, string back) => new([
        KeyValuePair.Create("return", back), KeyValuePair.Create("__RequestVerificationToken", Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value)]);
}
