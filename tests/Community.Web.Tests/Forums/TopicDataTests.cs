using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Forums;
using Community.Shared;
using Community.Shared.Site;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Forums;

/// <summary>What search engines and previews are told of a page.</summary>
public sealed partial class TopicDataTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_a_discussion_with_the_posts_of_the_page_as_comments()
    {
        var topic = await site.Topic(site.Aki, "How does one mend a tin?");
        for (var i = 0; i < 20; i++)
            await site.Reply(site.Ben, topic.Number);

        var (first, second) = (await Data(topic), await Data(topic, "?page=2"));

        Assert.Equal(("DiscussionForumPosting", "How does one mend a tin?"), (Text(first, "@type"), Text(first, "headline")));
        Assert.Contains("The clasp broke.", Text(first, "text"), StringComparison.Ordinal);
        Assert.Equal("aki", Text(first.GetProperty("author"), "name"));
        Assert.Equal($"{Origin}/t/{topic.Number}/{topic.Slug}", Text(first, "url"));
        Assert.Equal(20, first.GetProperty("interactionStatistic")[0].GetProperty("userInteractionCount").GetInt32());
        Assert.Equal(19, first.GetProperty("comment").GetArrayLength());
        Assert.Equal(("aki", false, 1), (Text(second.GetProperty("author"), "name"), second.TryGetProperty("text", out _), second.GetProperty("comment").GetArrayLength()));
        Assert.Equal($"{Origin}/t/{topic.Number}/{topic.Slug}?page=2#post-21", Text(second.GetProperty("comment")[0], "url"));
    }

    [Fact]
    public async Task A_solved_topic_is_a_question_with_its_answers()
    {
        var topic = await site.Topic(site.Aki);
        var other = await site.Reply(site.Ben, topic.Number, "Throw it away.");
        var answer = await site.Reply(site.Ben, topic.Number, "A drop of oil is all it needs.");
        ReadingSite.Must(await site.Get<MarkAnswer>().Run(site.Aki, new MarkAnswer.Input(topic.Number, answer.PostId), Cancel));

        var page = await Data(topic);

        var question = page.GetProperty("mainEntity");
        Assert.Equal(("QAPage", "Question", 2), (Text(page, "@type"), Text(question, "@type"), question.GetProperty("answerCount").GetInt32()));
        Assert.Equal("A drop of oil is all it needs.", Text(question.GetProperty("acceptedAnswer"), "text"));
        Assert.Equal("Throw it away.", Text(question.GetProperty("suggestedAnswer").EnumerateArray().Single(), "text"));
        Assert.NotEqual(0, other.PostId);
    }

    [Fact]
    public async Task No_title_or_text_ends_the_element_of_the_data()
    {
        const string Bad = "</script><script>alert(1)</script><!--<script>";
        var topic = await site.Topic(site.Aki, Bad);
        await site.Reply(site.Ben, topic.Number, $"`{Bad}` \u2028 \"quoted\"");
        using var visitor = site.Browser();

        var page = await visitor.GetStringAsync($"/t/{topic.Number}/{topic.Slug}", Cancel);

        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Bad, Text(await Data(topic), "headline"));
        Assert.Contains("script-src 'self';", (await visitor.GetAsync("/", Cancel)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_the_staff_is_told_to_no_search_engine()
    {
        var topic = await site.Topic(site.Moderator, forum: "staff-room");
        using var moderator = await site.BrowserOf(site.Moderator);

        foreach (var path in new[] { $"/t/{topic.Number}/{topic.Slug}", "/forums/staff-room", "/moderation" })
        {
            var page = await moderator.GetStringAsync(path, Cancel);
            Assert.Contains("<meta name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("ld+json", page, StringComparison.Ordinal);
            Assert.DoesNotContain("og:", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/forums/help?sort=newest", "/forums/help")]
    [InlineData("/forums/help?x=1", "/forums/help")]
    [InlineData("topic?page=1", "topic")]
    [InlineData("topic?reply=2", "topic")]
    [InlineData("topic?page=2", "topic?page=2")]
    public async Task What_is_only_asked_besides_is_no_part_of_the_address(string path, string canonical)
    {
        var topic = await site.Topic(site.Aki);
        for (var i = 0; i < 20; i++)
            await site.Reply(site.Ben, topic.Number);
        using var visitor = site.Browser();

        var page = await visitor.GetStringAsync(At(path), Cancel);

        Assert.Equal(Origin + At(canonical), Link(page, "rel=\"canonical\""));
        Assert.Equal(Origin + At(canonical), Link(page, "rel=\"alternate\" hreflang=\"x-default\""));
        Assert.Equal(Origin + At(canonical), Property(page, "og:url"));

        string At(string address) => address.Replace("topic", $"/t/{topic.Number}/{topic.Slug}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_a_topic_has_its_title_beginning_and_language()
    {
        var topic = await site.Topic(site.Aki, "缶の箱はどうやって直しますか？");
        using var visitor = site.Browser();

        var page = await visitor.GetStringAsync($"/t/{topic.Number}/{topic.Slug}", Cancel);

        Assert.Equal(("缶の箱はどうやって直しますか？", "article", "Tin & Co"), (Property(page, "og:title"), Property(page, "og:type"), Property(page, "og:site_name")));
        Assert.StartsWith("The clasp broke.", Property(page, "og:description"), StringComparison.Ordinal);
        var language = await site.Read(db => Task.FromResult(db.Topics.Single(t => t.Number == topic.Number).Language));
        Assert.Equal(language == Languages.Japanese ? "ja_JP" : "en_US", Property(page, "og:locale"));
        Assert.Contains($"hreflang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("og:image", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brand_with_a_logo_is_seen_in_previews()
    {
        await using var branded = new ReadingSite();
        await branded.InitializeAsync();
        await branded.Arrange(db => db.Site.Single().LogoSvg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
        await branded.Get<SiteCache>().Reload(Cancel);
        using var visitor = branded.Browser();

        var page = await visitor.GetStringAsync("/", Cancel);

        Assert.Matches("^http://127\\.0\\.0\\.1:\\d+/brand/logo\\.svg\\?v=", Property(page, "og:image"));
    }

    [Fact]
    public async Task A_strangers_host_is_in_no_page_feed_or_map()
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        var path = $"/t/{topic.Number}/{topic.Slug}";
        await visitor.GetStringAsync(path, Cancel);

        var (page, robots) = (await Foreign(visitor, path), await Foreign(visitor, "/robots.txt"));

        Assert.Equal((HttpStatusCode.OK, path, ""), (page.Status, Link(page.Text, "rel=\"canonical\""), Property(page.Text, "og:url")));
        Assert.DoesNotContain("127.0.0.1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", page.Text + robots.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/feeds/", page.Text, StringComparison.Ordinal);
        foreach (var needs in new[] { "/feeds/latest.atom", $"/feeds/topics/{topic.Number}.atom", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-topics-1.xml" })
            Assert.Equal(HttpStatusCode.NotFound, (await Foreign(visitor, needs)).Status);
    }

    [Fact]
    public async Task A_community_that_knows_its_address_says_it_whoever_asks()
    {
        await using var known = new ReadingSite { Settings = ["--Community:BaseUrl=https://forum.example.com"] };
        await known.InitializeAsync();
        var topic = await known.Topic(known.Aki);
        using var visitor = known.Browser();

        var page = await Foreign(visitor, $"/t/{topic.Number}/{topic.Slug}");

        Assert.Equal($"https://forum.example.com/t/{topic.Number}/{topic.Slug}", Link(page.Text, "rel=\"canonical\""));
        Assert.Contains("<id>https://forum.example.com/feeds/latest.atom</id>", (await Foreign(visitor, "/feeds/latest.atom")).Text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Text)> Foreign(HttpClient visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "elsewhere.example";
        using var answer = await visitor.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private string Origin => site.Browser().BaseAddress!.GetLeftPart(UriPartial.Authority);

    private async Task<JsonElement> Data(StartTopic.Started topic, string query = "")
    {
        using var visitor = site.Browser();
        var page = await visitor.GetStringAsync($"/t/{topic.Number}/{topic.Slug}{query}", Cancel);
        var data = JsonDocument.Parse(DataBlock().Match(page).Groups["data"].Value).RootElement;
        Assert.Equal("https://schema.org", Text(data, "@context"));
        return data;
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Link(string page, string which) => WebUtility.HtmlDecode(Regex.Match(page, $"<link {which} href=\"([^\"]*)\"").Groups[1].Value);

    private static string Property(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"<meta property=\"{name}\" content=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<data>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataBlock();
}
