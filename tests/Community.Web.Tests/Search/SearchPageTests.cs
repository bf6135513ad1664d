using System.Net;
using System.Text.Json;
using Community.Discussions;
using Community.Search;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Search;

public sealed class SearchPageTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_found_is_marked_and_leads_to_where_it_stands()
    {
        var topic = await site.Topic(site.Aki, "A lantern that flickers in the wind");
        await site.Reply(site.Ben, topic.Number, "Trim the wick of the lantern & <b>wait</b>.");
        using var visitor = site.Browser();

        var topics = await visitor.GetStringAsync("/search?q=lantern", Cancel);
        var posts = await visitor.GetStringAsync("/search?q=lantern&kind=posts&sort=newest", Cancel);

        Assert.Contains("A <mark>lantern</mark> that flickers", topics, StringComparison.Ordinal);
        Assert.Contains($"href=\"/t/{topic.Number}/{topic.Slug}\"", topics, StringComparison.Ordinal);
        Assert.Contains($"href=\"/t/{topic.Number}/{topic.Slug}?page=1#post-2\"", posts, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\"", topics, StringComparison.Ordinal);
        Assert.Matches("name=\"q\" value=\"lantern\"", topics);
    }

    [Fact]
    public async Task Nothing_asked_tells_how_to_ask_and_nothing_found_what_else_can_be_done()
    {
        using var visitor = site.Browser();

        var empty = await visitor.GetStringAsync("/search", Cancel);
        var nothing = await visitor.GetStringAsync("/search?q=xylophone", Cancel);

        Assert.Contains("How to search", empty, StringComparison.Ordinal);
        Assert.Contains("author:", empty, StringComparison.Ordinal);
        Assert.Contains("Nothing found for “xylophone”", nothing, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=xylophone&amp;kind=posts\"", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_typed_comes_back_as_text()
    {
        const string Bad = "\"><script>alert(1)</script>&kind=";
        using var visitor = site.Browser();

        var page = await visitor.GetStringAsync("/search?q=" + Uri.EscapeDataString(Bad), Cancel);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains(Bad, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_cut_and_what_is_no_cursor_is_no_page()
    {
        using var visitor = site.Browser();

        var cut = await visitor.GetStringAsync("/search?q=" + new string('a', 1_000), Cancel);
        using var nowhere = await visitor.GetAsync("/search?q=tin&after=nothing", Cancel);

        Assert.Contains($"value=\"{new string('a', SearchQuery.MaxLength)}\"", cut, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task Whoever_signs_in_comes_back_to_what_was_searched_for()
    {
        using var visitor = site.Browser();

        var page = await visitor.GetStringAsync("/search?q=tin%20box&kind=posts&x=1", Cancel);

        Assert.Contains("return=%2Fsearch%3Fq%3Dtin%2520box%26kind%3Dposts\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_searches_too_fast_is_told_when_to_go_on_and_loses_nothing()
    {
        await using var slow = new ReadingSite { Settings = ["--Community:RequestLimits:CoverPrivateNetworks=true", "--Community:RequestLimits:VisitorSearchesPerMinute=1"] };
        await slow.InitializeAsync();
        using var visitor = slow.Browser();

        var answers = new List<HttpResponseMessage>();
        // More than one window's worth, wherever in a window the first one falls.
        for (var i = 0; i < 3; i++)
            answers.Add(await visitor.GetAsync("/search?q=lantern", Cancel));

        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("value=\"lantern\"", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/search", Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_is_for_the_staff_or_hidden_is_found_by_nobody_else()
    {
        var secret = await site.Topic(site.Moderator, "The zeppelin of the staff", "staff-room", "zeppelin-tag");
        var hidden = await site.Topic(site.Aki, "A zeppelin that was hidden");
        await Hide(hidden.Number);
        await site.Topic(site.Aki, "The zeppelin that everybody may see");
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Ben);
        using var moderator = await site.BrowserOf(site.Moderator);

        foreach (var reader in new[] { visitor, member })
        {
            foreach (var path in new[] { "/search?q=zeppelin", "/search?q=zeppelin&kind=posts", "/search?q=zeppelin&kind=tags", "/search/suggest?q=zeppelin", "/search/similar?title=zeppelin" })
            {
                if (reader == visitor && path.StartsWith("/search/similar", StringComparison.Ordinal))
                    continue;
                var found = WebUtility.HtmlDecode(await reader.GetStringAsync(path, Cancel)).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
                Assert.DoesNotContain("of the staff", found, StringComparison.Ordinal);
                Assert.DoesNotContain("that was hidden", found, StringComparison.Ordinal);
                Assert.DoesNotContain("zeppelin-tag", found, StringComparison.Ordinal);
            }
        }

        Assert.Contains($"/t/{secret.Number}/", await moderator.GetStringAsync("/search?q=zeppelin", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_titles_with_where_they_lead()
    {
        var topic = await site.Topic(site.Aki, "Where to buy a gramophone needle?");
        using var visitor = site.Browser();

        using var answer = await visitor.GetAsync("/search/suggest?q=gramophone", Cancel);
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        var first = read.RootElement[0];
        Assert.Equal(("Where to buy a gramophone needle?", $"/t/{topic.Number}/{topic.Slug}"), (first.GetProperty("text").GetString(), first.GetProperty("path").GetString()));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Similar_topics_are_for_whoever_may_start_one()
    {
        await site.Topic(site.Aki, "How is a barometer calibrated?");
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Ben);

        using var refused = await visitor.GetAsync("/search/similar?title=barometer", Cancel);
        var found = await member.GetStringAsync("/search/similar?title=barometer", Cancel);

        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("How is a", found, StringComparison.Ordinal);
        Assert.Contains("target=\"_blank\"", found, StringComparison.Ordinal);
        Assert.Empty(await member.GetStringAsync("/search/similar?title=xylophone", Cancel));
    }

    [Fact]
    public async Task A_topic_that_is_hidden_leaves_the_kept_pages_that_named_it()
    {
        var other = await site.Topic(site.Ben, "Harpsichord strings that break in winter");
        var topic = await site.Topic(site.Aki, "Harpsichord strings that rust in summer");
        using var visitor = site.Browser();
        var path = $"/t/{topic.Number}/{topic.Slug}";
        Assert.Contains("that break in winter", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);
        Assert.Equal(0, (await site.Counted(visitor, path)).Queries);

        await Hide(other.Number);

        Assert.DoesNotContain("that break in winter", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    private async Task Hide(long topic)
    {
        var opening = await site.Read(db => Task.FromResult(db.Posts.Single(p => p.Number == 1 && db.Topics.Any(t => t.Number == topic && t.Id == p.DiscussionId)).Id));
        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(opening, PostState.Hidden, "For a test"), Cancel));
    }
}
