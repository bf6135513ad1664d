using System.Net;
using System.Text.RegularExpressions;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Forums;

public sealed class AllReadTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _15_Everything_is_marked_read_by_a_form_and_taken_back_by_another_within_the_budget()
    {
        await site.Topic(site.Aki);
        using var member = await site.BrowserOf(site.Ben);
        var (page, queries) = await site.Counted(member, "/forums/help");
        Assert.Contains("topic-row unread", page, StringComparison.Ordinal);
        Assert.InRange(queries, 1, 9);

        using var marked = await member.PostAsync("/me/read-marks", Form(page, ("forum", "help")), Cancel);

        Assert.Equal((HttpStatusCode.SeeOther, "/forums/help?marked=1"), (marked.StatusCode, marked.Headers.Location!.ToString()));
        var after = await member.GetStringAsync("/forums/help?marked=1", Cancel);
        Assert.DoesNotContain("topic-row unread", after, StringComparison.Ordinal);
        Assert.Contains("action=\"/me/read-marks/undo\"", after, StringComparison.Ordinal);
        using var undone = await member.PostAsync("/me/read-marks/undo", Form(after, ("forum", "help")), Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, "/forums/help"), (undone.StatusCode, undone.Headers.Location!.ToString()));
        var again = await member.GetStringAsync("/forums/help?marked=1", Cancel);
        Assert.Contains("topic-row unread", again, StringComparison.Ordinal);
        Assert.DoesNotContain("/me/read-marks/undo", again, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) => new(
        fields.Append(("__RequestVerificationToken", Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
}
