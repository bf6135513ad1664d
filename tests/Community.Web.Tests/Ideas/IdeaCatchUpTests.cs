using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Community.Ideas;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Ideas;

/// <summary>The page of an idea that is open follows what happens, and one that is kept for visitors is never old.</summary>
public sealed class IdeaCatchUpTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static readonly string[] Kinds = ["vote", "answer", "decline", "comment", "title", "merge"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> Seen() => new([.. Kinds, "all"], ["visitor", "aki", "ben", "mia"]);

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task An_open_page_is_after_each_kind_of_change_as_it_is_now(string kind, string who)
    {
        var idea = await site.Idea(site.Aki);
        await site.Comments(site.Ben, idea.Number);
        using var browser = who == "visitor" ? site.Browser() : await site.BrowserOf(who switch { "aki" => site.Aki, "ben" => site.Ben, _ => site.Moderator });
        var open = await Page(browser, idea);
        var known = open.QuerySelector("live-topic")!.GetAttribute("change");

        var address = idea;
        foreach (var change in kind == "all" ? ["comment", "vote", "merge", "answer", "title"] : new[] { kind })
            address = await Do(change, address);
        var news = Parse(await browser.GetStringAsync($"/ideas/{idea.Number}/changes?page=1&after={known}", Cancel));
        TakeIn(open, news);

        var now = await Page(browser, address);
        Assert.NotEqual(known, now.QuerySelector("live-topic")!.GetAttribute("change"));
        Assert.Equal(now.QuerySelector("live-topic")!.GetAttribute("change"), news.QuerySelector("[data-change]")!.GetAttribute("data-change"));
        Assert.Equal(Parts(now), Parts(open));
        Assert.Equal(now.QuerySelectorAll("article.post").Select(p => p.Id), open.QuerySelectorAll("article.post").Select(p => p.Id));
    }

    [Fact]
    public async Task A_visitors_page_is_kept_until_something_changes()
    {
        var idea = await site.Idea(site.Aki);
        using var browser = site.Browser();
        var first = await site.Counted(browser, Path(idea));
        var second = await site.Counted(browser, Path(idea));

        await site.Backs(site.Ben, idea.Number);
        var third = await site.Counted(browser, Path(idea));

        Assert.True(first.Queries > 0);
        Assert.Equal(0, second.Queries);
        Assert.Equal("1", Parse(third.Page).QuerySelector("[data-part=backers]")!.TextContent);
    }

    [Fact]
    public async Task Nothing_comes_of_an_idea_that_is_told_within_another_one_or_that_one_may_not_read()
    {
        var (target, source, secret) = (await site.Idea(site.Aki), await site.Idea(site.Ben), await site.Idea(site.Moderator, board: IdeaSite.StaffBoard));
        await site.Merges(source.Number, target.Number);
        using var browser = site.Browser();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/ideas/{source.Number}/changes?page=1&after=0", Cancel)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/ideas/{secret.Number}/changes?page=1&after=0", Cancel)).StatusCode);
        Assert.Equal(Path(target), (await browser.GetAsync(Path(source), Cancel)).Headers.Location!.OriginalString);
    }

    private async Task<SubmitIdea.Submitted> Do(string kind, SubmitIdea.Submitted idea)
    {
        switch (kind)
        {
            case "vote":
                await site.Backs(site.Ben, idea.Number);
                break;
            case "answer":
                await site.Answers(idea.Number, IdeaStatus.Planned, "It comes in spring.");
                break;
            case "decline":
                await site.Answers(idea.Number, IdeaStatus.Declined, "It would rust.");
                break;
            case "comment":
                await site.Comments(site.Ben, idea.Number);
                break;
            case "merge":
                await site.Merges((await site.Idea(site.Ben, "A tin like a tin")).Number, idea.Number);
                break;
            case "title":
                await site.Retitles(site.Aki, idea.Number, "A tin with a ring");
                return idea with { Slug = "a-tin-with-a-ring" };
        }

        return idea;
    }

    private static void TakeIn(IDocument open, IDocument news)
    {
        foreach (var part in news.QuerySelectorAll("[data-part]").ToList())
            open.QuerySelector($"[data-part={part.GetAttribute("data-part")}]")!.OuterHtml = part.OuterHtml;
        foreach (var post in news.QuerySelectorAll("article.post").ToList())
        {
            if (open.GetElementById(post.Id!) is { } old)
                old.OuterHtml = post.OuterHtml;
            else
                open.QuerySelector("live-topic")!.Insert(AdjacentPosition.BeforeBegin, post.OuterHtml);
        }
    }

    private static IEnumerable<string> Parts(IDocument page) =>
        page.QuerySelectorAll("[data-part]").Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Path(SubmitIdea.Submitted idea) => string.Create(CultureInfo.InvariantCulture, $"/ideas/{idea.Number}/{idea.Slug}");

    private static async Task<IDocument> Page(HttpClient browser, SubmitIdea.Submitted idea) => Parse(await browser.GetStringAsync(Path(idea), Cancel));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
