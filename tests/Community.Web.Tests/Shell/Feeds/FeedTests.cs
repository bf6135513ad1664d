using System.Net;
using System.Xml.Linq;
using Community.Discussions;
using Community.Members;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Shell.Feeds;

public sealed class FeedTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feeds/latest.atom", "/")]
    [InlineData("/feeds/forums/help.atom", "/forums/help")]
    [InlineData("/feeds/tags/tin.atom", "/tags/tin")]
    public async Task A_feed_of_topics_has_the_newest_with_their_openings_and_whole_addresses(string path, string page)
    {
        var first = await site.Topic(site.Aki, "The first of two topics");
        var topic = await site.Topic(site.Aki, "The second & last of them");
        await site.Reply(site.Ben, first.Number);

        var feed = await Feed(path);

        var entry = feed.Elements(Atom + "entry").First();
        var opening = await Opening(topic.Number);
        Assert.Equal("The second & last of them", entry.Element(Atom + "title")!.Value);
        Assert.Equal($"{Origin}/p/{opening.Id}", entry.Element(Atom + "id")!.Value);
        Assert.Equal($"{Origin}/t/{topic.Number}/{topic.Slug}", Href(entry, "alternate"));
        Assert.Equal(("aki", $"{Origin}/members/aki"), (entry.Element(Atom + "author")!.Element(Atom + "name")!.Value, entry.Element(Atom + "author")!.Element(Atom + "uri")!.Value));
        Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.Contains("The clasp broke.", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Equal((Origin + path, Origin + page), (Href(feed, "self"), Href(feed, "alternate")));
        Assert.DoesNotContain("@example.com", feed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topics_feed_has_its_newest_posts_first_and_no_more_than_30()
    {
        var topic = await site.Topic(site.Aki);
        for (var i = 0; i < 33; i++)
            await site.Reply(site.Ben, topic.Number);

        var entries = (await Feed($"/feeds/topics/{topic.Number}.atom")).Elements(Atom + "entry").ToList();

        Assert.Equal(Community.Discussions.Feed.Size, entries.Count);
        Assert.EndsWith("#34", entries[0].Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal($"{Origin}/t/{topic.Number}/{topic.Slug}?page=2#post-34", Href(entries[0], "alternate"));
    }

    [Fact]
    public async Task Links_and_pictures_lead_from_anywhere_to_where_they_lead_on_the_page()
    {
        var topic = await site.Topic(site.Aki);
        await site.Reply(site.Ben, topic.Number, "See [the rules](/rules), [the end](#post-1), [mail](mailto:help@example.org) and @aki ![tin](/media/tin.jpg)");

        var content = (await Feed($"/feeds/topics/{topic.Number}.atom")).Element(Atom + "entry")!.Element(Atom + "content")!.Value;

        Assert.Contains($"href=\"{Origin}/rules\"", content, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Origin}/t/{topic.Number}/{topic.Slug}?page=1#post-1\"", content, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:help@example.org\"", content, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Origin}/members/aki\"", content, StringComparison.Ordinal);
        Assert.Contains($"src=\"{Origin}/media/tin.jpg\"", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PostState.Held)]
    [InlineData(PostState.Hidden)]
    [InlineData(PostState.RemovedByAuthor)]
    [InlineData(PostState.RemovedByStaff)]
    [InlineData(PostState.Erased)]
    [InlineData(PostState.Moved)]
    public async Task What_is_not_visible_is_in_no_feed(PostState state)
    {
        var topic = await site.Topic(site.Aki);
        var reply = await site.Reply(site.Ben, topic.Number, $"the-words-that-went-away {state}");
        var hidden = await site.Topic(site.Aki, "A title that went away");
        await site.Arrange(db =>
        {
            db.Posts.Single(p => p.Id == reply.PostId).State = state;
            var gone = db.Topics.Single(t => t.Number == hidden.Number);
            gone.State = db.Posts.Single(p => p.DiscussionId == gone.Id && p.Number == 1).State = state;
        });
        await site.Reply(site.Ben, topic.Number);
        using var visitor = site.Browser();

        foreach (var path in new[] { "/feeds/latest.atom", "/feeds/forums/help.atom", "/feeds/tags/tin.atom", $"/feeds/topics/{topic.Number}.atom" })
        {
            var text = (await Feed(path)).ToString();
            Assert.DoesNotContain("went away", text, StringComparison.Ordinal);
            Assert.DoesNotContain("the-words-that-went-away", text, StringComparison.Ordinal);
        }

        using var feed = await visitor.GetAsync($"/feeds/topics/{hidden.Number}.atom", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, feed.StatusCode);
    }

    [Fact]
    public async Task What_is_for_the_staff_is_in_no_feed_whoever_asks()
    {
        var topic = await site.Topic(site.Moderator, "A matter of the staff", "staff-room", "secret-tag");
        using var moderator = await site.BrowserOf(site.Moderator);

        foreach (var path in new[] { "/feeds/forums/staff-room.atom", "/feeds/tags/secret-tag.atom", $"/feeds/topics/{topic.Number}.atom" })
        {
            using var answer = await moderator.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("A matter of the staff", await moderator.GetStringAsync("/feeds/latest.atom", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("/feeds/topics", await moderator.GetStringAsync($"/t/{topic.Number}/{topic.Slug}", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_has_no_name_in_a_feed()
    {
        var gone = await site.Person("gonzo");
        var topic = await site.Topic(gone);
        await site.Arrange(db => db.Members.Single(m => m.Id == gone.MemberId).State = MemberState.Erased);

        var author = (await Feed($"/feeds/topics/{topic.Number}.atom")).Element(Atom + "entry")!.Element(Atom + "author")!;

        Assert.Equal("Former member", author.Element(Atom + "name")!.Value);
        Assert.Null(author.Element(Atom + "uri"));
    }

    [Fact]
    public async Task Whoever_has_it_is_told_that_nothing_is_new_until_something_is()
    {
        var topic = await site.Topic(site.Aki);
        var path = $"/feeds/topics/{topic.Number}.atom";
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Ben);
        using var first = await visitor.GetAsync(path, Cancel);

        using var kept = await visitor.SendAsync(Conditional(path, first), Cancel);
        using var read = await member.SendAsync(Conditional(path, first), Cancel);
        using var dated = await member.SendAsync(Dated(path, first.Content.Headers.LastModified!.Value), Cancel);
        await site.Reply(site.Ben, topic.Number);
        using var changed = await visitor.SendAsync(Conditional(path, first), Cancel);

        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            (HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK),
            (kept.StatusCode, read.StatusCode, dated.StatusCode, changed.StatusCode));
    }

    [Theory]
    [InlineData("/", "/feeds/latest.atom")]
    [InlineData("/forums", "/feeds/latest.atom")]
    [InlineData("/forums/help", "/feeds/forums/help.atom")]
    [InlineData("/tags/tin", "/feeds/tags/tin.atom")]
    [InlineData("topic", "topic")]
    public async Task A_page_leads_programs_and_people_to_its_feed(string path, string feed)
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        (path, feed) = path == "topic" ? ($"/t/{topic.Number}/{topic.Slug}", $"/feeds/topics/{topic.Number}.atom") : (path, feed);

        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync(path, Cancel));

        Assert.Contains($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\"", page, StringComparison.Ordinal);
        Assert.Matches($"<a [^>]*href=\"{System.Text.RegularExpressions.Regex.Escape(feed)}\"", page);
    }

    [Theory]
    [InlineData("/feeds/forums/nothing.atom")]
    [InlineData("/feeds/tags/nothing.atom")]
    [InlineData("/feeds/topics/99999999.atom")]
    public async Task What_does_not_exist_has_no_feed(string path)
    {
        using var visitor = site.Browser();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_feed_takes_at_most_4_queries_and_none_while_it_is_kept()
    {
        await site.Topic(site.Aki);
        using var visitor = site.Browser();

        foreach (var path in new[] { "/feeds/latest.atom", "/feeds/forums/help.atom", "/feeds/tags/tin.atom" })
        {
            Assert.InRange((await site.Counted(visitor, path)).Queries, 1, 4);
            Assert.Equal(0, (await site.Counted(visitor, path)).Queries);
        }
    }

    private string Origin => site.Browser().BaseAddress!.GetLeftPart(UriPartial.Authority);

    private async Task<XElement> Feed(string path)
    {
        using var visitor = site.Browser();
        return XDocument.Parse(await visitor.GetStringAsync(path, Cancel)).Root!;
    }

    private Task<Post> Opening(long topic) => site.Read(db => db.Posts.SingleAsync(p => p.Number == 1 && db.Topics.Any(t => t.Number == topic && t.Id == p.DiscussionId)));

    private static string Href(XElement of, string relation) => of.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static HttpRequestMessage Conditional(string path, HttpResponseMessage before)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        return request;
    }

    private static HttpRequestMessage Dated(string path, DateTimeOffset since)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfModifiedSince = since;
        return request;
    }
}
