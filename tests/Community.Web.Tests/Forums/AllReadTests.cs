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
        AssertInOrder(page, "action=\"/me/read-marks\"", "topic-row unread");
        Assert.InRange(queries, 1, 9);

        using var marked = await member.PostAsync("/me/read-marks", Form(page, ("forum", "help")), Cancel);

        Assert.Equal((HttpStatusCode.SeeOther, "/forums/help?marked=1"), (marked.StatusCode, marked.Headers.Location!.ToString()));
        var after = await member.GetStringAsync("/forums/help?marked=1", Cancel);
        Assert.DoesNotContain("topic-row unread", after, StringComparison.Ordinal);
        AssertInOrder(after, "action=\"/me/read-marks/undo\"", "topic-row read");
        using var undone = await member.PostAsync("/me/read-marks/undo", Form(after, ("forum", "help")), Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, "/forums/help"), (undone.StatusCode, undone.Headers.Location!.ToString()));
        var again = await member.GetStringAsync("/forums/help?marked=1", Cancel);
        Assert.Contains("topic-row unread", again, StringComparison.Ordinal);
        Assert.DoesNotContain("/me/read-marks/undo", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task _15_A_row_says_whether_it_is_new_was_read_or_was_never_opened_and_is_old()
    {
        var (read, old) = (await site.Topic(site.Aki), await site.Topic(site.Aki));
        await site.Topic(site.Aki);
        await site.Arrange(db => db.Topics.Single(t => t.Number == old.Number).LastPostAt = TimeProvider.System.GetUtcNow().AddDays(-15));
        using var member = await site.BrowserOf(site.Moderator);
        await site.WithoutScript(member, $"/t/{read.Number}/{read.Slug}");

        var page = await member.GetStringAsync("/forums/help", Cancel);

        foreach (var (row, title) in new[] { ("topic-row unread", "Unread"), ("topic-row read", "Read to the end"), ("topic-row", "Never opened; quiet for two weeks") })
            Assert.Matches($"<article class=\"{row} ?\"[^>]*>(?:(?!</article>).|\n)*title=\"{title}\"", page);
        Assert.Contains("<span class=\"visually-hidden\">Never opened; quiet for two weeks</span>", page, StringComparison.Ordinal);
    }

    private static void AssertInOrder(string page, string first, string second) =>
        Assert.InRange(page.IndexOf(first, StringComparison.Ordinal), 1, page.IndexOf(second, StringComparison.Ordinal));

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) => new(
        fields.Append(("__RequestVerificationToken", Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
}
