using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Community.Search;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Ideas;

/// <summary>Ideas where topics are: at home, under tags, in searches, feeds and the sitemap, and told to programs.</summary>
public sealed class IdeasElsewhereTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feeds/ideas.atom")]
    [InlineData("/feeds/latest.atom")]
    [InlineData("/feeds/boards/wishes.atom")]
    [InlineData("/feeds/tags/oiled.atom")]
    public async Task A_feed_has_the_newest_idea_first_and_nothing_that_only_the_staff_reads(string path)
    {
        await site.Topic(site.Aki, tags: "oiled");
        var idea = await site.Idea(site.Ben, $"A tin for {path}", "oiled");
        await site.Idea(site.Moderator, "Only for those who work here", "oiled", IdeaSite.StaffBoard);

        var entry = (await Feed(path)).Elements(Atom + "entry").First();

        Assert.Equal($"A tin for {path}", entry.Element(Atom + "title")!.Value);
        Assert.EndsWith($"/ideas/{idea.Number}/{idea.Slug}", entry.Elements(Atom + "link").Single().Attribute("href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ideas_feed_has_what_is_said_of_it()
    {
        var idea = await site.Idea(site.Ben);
        await site.Comments(site.Aki, idea.Number, "Mine opens with a spoon, and not well.");

        var entries = (await Feed($"/feeds/ideas/{idea.Number}.atom")).Elements(Atom + "entry").ToList();

        Assert.Equal(2, entries.Count);
        Assert.Contains("with a spoon", entries[0].Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("#post-2", entries[0].Elements(Atom + "link").Single().Attribute("href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_has_the_ideas_that_anybody_may_read()
    {
        var (idea, secret) = (await site.Idea(site.Ben), await site.Idea(site.Moderator, board: IdeaSite.StaffBoard));
        using var browser = site.Browser();

        var index = await browser.GetStringAsync("/sitemap.xml", Cancel);
        var piece = await browser.GetStringAsync("/sitemap-ideas-1.xml", Cancel);
        var house = await browser.GetStringAsync("/sitemap-pages.xml", Cancel);

        Assert.Contains("/sitemap-ideas-1.xml<", index, StringComparison.Ordinal);
        Assert.Contains($"/ideas/{idea.Number}/{idea.Slug}<", piece, StringComparison.Ordinal);
        Assert.DoesNotContain($"/ideas/{secret.Number}/", piece, StringComparison.Ordinal);
        Assert.Contains("/ideas?board=wishes<", house, StringComparison.Ordinal);
        Assert.DoesNotContain("staff-wishes", house, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_who_backs_an_idea_and_what_is_said_of_it()
    {
        var idea = await site.Idea(site.Ben, "A tin with a window");
        await site.Backs(site.Aki, idea.Number);
        await site.Comments(site.Aki, idea.Number);
        using var browser = site.Browser();

        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync($"/ideas/{idea.Number}/{idea.Slug}", Cancel));
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        Assert.Equal(("DiscussionForumPosting", "A tin with a window"), (data.GetProperty("@type").GetString(), data.GetProperty("headline").GetString()));
        Assert.Equal([1, 1], data.GetProperty("interactionStatistic").EnumerateArray().Select(c => c.GetProperty("userInteractionCount").GetInt32()));
        Assert.Equal(1, data.GetProperty("comment").GetArrayLength());
    }

    [Fact]
    public async Task A_tag_that_ideas_alone_carry_has_its_page()
    {
        var idea = await site.Idea(site.Ben, "A tin without a lid", "lidless");
        await site.Idea(site.Moderator, "Nobody else's business", "secretive", IdeaSite.StaffBoard);
        using var browser = site.Browser();

        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync("/tags/lidless", Cancel));

        Assert.NotNull(page.QuerySelector($".idea-card a[href='/ideas/{idea.Number}/{idea.Slug}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/tags/secretive", Cancel)).StatusCode);
        Assert.Contains("A tin without a lid", await browser.GetStringAsync("/ideas?tag=lidless", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("A tin without a lid", await browser.GetStringAsync("/ideas?tag=secretive", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_is_at_home_and_in_a_search_with_its_standing()
    {
        var idea = await site.Idea(site.Ben, "A samovar that folds");
        await site.Backs(site.Aki, idea.Number);
        await site.Get<CountTerms>().Run(Cancel);
        using var browser = site.Browser();

        var home = await browser.GetStringAsync("/", Cancel);
        var found = new HtmlParser().ParseDocument(await browser.GetStringAsync("/search?q=samovar&kind=ideas", Cancel));
        var offered = await browser.GetStringAsync("/search/suggest?q=samo", Cancel);

        Assert.Contains("A samovar that folds", home, StringComparison.Ordinal);
        var hit = Assert.Single(found.QuerySelectorAll("article.hit"));
        Assert.Contains("1 backer", string.Join(' ', hit.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains($"/ideas/{idea.Number}/{idea.Slug}", offered, StringComparison.Ordinal);
    }

    private async Task<XElement> Feed(string path)
    {
        using var browser = site.Browser();
        return XDocument.Parse(await browser.GetStringAsync(path, Cancel)).Root!;
    }
}
