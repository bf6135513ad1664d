using System.Net;
using System.Text.RegularExpressions;
using Community.Discussions.Seen;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

public sealed class ReadingDoorTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _16_A_page_reports_with_its_token_and_without_it_nothing_is_taken()
    {
        var (id, path) = await Topic();
        using var member = await site.BrowserOf(site.Ben);
        var page = await member.GetStringAsync(path, Cancel);
        var token = Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.Contains($"data-discussion=\"{id}\" data-upto=\"0\"", page, StringComparison.Ordinal);

        using var done = await member.PostAsync("/read", Form(("discussion", $"{id}"), ("upto", "1"), ("seconds", "30"), ("__RequestVerificationToken", token)), Cancel);
        using var forged = await member.PostAsync("/read", Form(("discussion", $"{id}"), ("upto", "1"), ("seconds", "30")), Cancel);
        using var nonsense = await member.PostAsync("/read", Form(("discussion", "x"), ("upto", "１"), ("seconds", "-"), ("__RequestVerificationToken", token)), Cancel);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (done.StatusCode, forged.StatusCode, nonsense.StatusCode));
        Assert.Equal(30, await site.Read(db => db.ReadTimes.Where(t => t.DiscussionId == id).SumAsync(t => t.Seconds)));
    }

    [Fact]
    public async Task _14_Without_script_a_page_tells_its_last_post_by_a_picture_that_no_other_page_and_no_post_can_show()
    {
        var (id, path) = await Topic();
        using var member = await site.BrowserOf(site.Ben);
        var picture = $"/read?discussion={id}&upto=1";
        Assert.Contains($"<noscript><img src=\"{WebUtility.HtmlEncode(picture)}\"", await member.GetStringAsync(path, Cancel), StringComparison.Ordinal);

        foreach (var (from, what) in new[] { (null, "image"), ("https://elsewhere.example/", "image"), (path, "document") })
            Assert.Equal(HttpStatusCode.NotFound, (await Shown(member, picture, from, what)).Status);
        Assert.False(await site.Read(db => db.ReadPositions.AnyAsync(p => p.DiscussionId == id && p.MemberId == site.Ben.MemberId)));
        var shown = await Shown(member, picture, path, "image");

        Assert.Equal((HttpStatusCode.NoContent, true), shown);
        Assert.Equal(1, await site.Read(db => db.ReadPositions.Where(p => p.DiscussionId == id && p.MemberId == site.Ben.MemberId).Select(p => p.Number).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await Shown(member, $"/read?discussion={id}&upto=x", path, "image")).Status);
    }

    [Fact]
    public async Task _19_A_cached_page_reports_its_visitor_and_bots_strangers_and_members_do_not_count()
    {
        var (id, path) = await Topic();
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Ben);
        Assert.Contains($"data-seen=\"/seen?discussion={id}\"", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);
        using var page = await visitor.GetAsync(path, Cancel);
        Assert.False(page.Headers.Contains("Set-Cookie"));

        foreach (var (browser, agent, from) in new[] { (visitor, Firefox, "same-origin"), (visitor, "Googlebot/2.1", "same-origin"), (visitor, "", "same-origin"), (visitor, Firefox + "x", "cross-site"), (visitor, Firefox + "y", ""), (member, Firefox + "z", "same-origin") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/seen?discussion={id}");
            if (agent.Length > 0)
                request.Headers.TryAddWithoutValidation("User-Agent", agent);
            if (from.Length > 0)
                request.Headers.Add("Sec-Fetch-Site", from);
            using var answer = await browser.SendAsync(request, Cancel);
            Assert.Equal((HttpStatusCode.NoContent, false), (answer.StatusCode, answer.Headers.Contains("Set-Cookie")));
        }

        await site.Get<CountVisitors>().Run(Cancel);
        Assert.Equal(1, (await site.Get<ReadSeen>().Run(id, Cancel)).Visitors);
    }

    private static async Task<(HttpStatusCode Status, bool IsNotStored)> Shown(HttpClient browser, string picture, string? from, string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, picture);
        if (from is not null)
            request.Headers.Referrer = new Uri(browser.BaseAddress!, from);
        request.Headers.Add("Sec-Fetch-Dest", what);
        using var answer = await browser.SendAsync(request, Cancel);
        return (answer.StatusCode, answer.Headers.CacheControl?.NoStore == true);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private async Task<(long Id, string Path)> Topic()
    {
        var topic = await site.Topic(site.Aki);
        return (await site.Read(db => db.Topics.Where(t => t.Number == topic.Number).Select(t => t.Id).SingleAsync()), $"/t/{topic.Number}/{topic.Slug}");
    }
}
