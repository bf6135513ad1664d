using System.Net;
using Community.Discussions;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Forums;

public sealed class TopicPageTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitors_topic_page_takes_at_most_6_queries_and_a_members_at_most_9()
    {
        var (number, path) = await Topic(replies: 24);
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Aki);

        var (_, visitors) = await site.Counted(visitor, path);
        var (_, members) = await site.Counted(member, path + "?page=1");
        var (_, later) = await site.Counted(member, path + "?page=2");
        var (_, again) = await site.Counted(member, path + "?page=2");

        Assert.InRange(visitors, 1, 6);
        Assert.InRange(members, 1, 9);
        Assert.InRange(later, 1, 9);
        Assert.InRange(again, 1, 8);
        Assert.NotEqual(0, number);
    }

    [Theory]
    [InlineData("/", 11, 14)]
    [InlineData("/forums", 1, 2)]
    [InlineData("/forums/help", 4, 7)]
    [InlineData("/forums/help?sort=hot", 5, 8)]
    [InlineData("/tags/tin", 4, 7)]
    // The figures are counted at most once a minute, by whoever comes first.
    [InlineData("/members/aki", 6, 7)]
    [InlineData("/rules", 1, 2)]
    public async Task A_list_takes_as_many_queries_however_long_it_is(string path, int visitors, int members)
    {
        await Topic(replies: 2);
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Ben);

        Assert.InRange((await site.Counted(visitor, path)).Queries, 0, visitors);
        Assert.InRange((await site.Counted(member, path)).Queries, 1, members);
    }

    [Fact]
    public async Task A_wrong_or_missing_slug_leads_to_the_right_one_for_ever()
    {
        var (number, path) = await Topic(replies: 21);
        using var visitor = site.Browser();

        using var wrong = await visitor.GetAsync($"/t/{number}/something-else?page=2", Cancel);
        using var none = await visitor.GetAsync($"/t/{number}", Cancel);

        Assert.Equal((HttpStatusCode.MovedPermanently, path + "?page=2"), (wrong.StatusCode, wrong.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.MovedPermanently, path), (none.StatusCode, none.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("?quote=5", "?quote=5")]
    [InlineData("?page=2&reply=3&x=1", "?page=2&reply=3")]
    [InlineData("?n=22", "?n=22")]
    [InlineData("?page=1", "?page=1")]
    public async Task _14_A_missing_slug_loses_nothing_that_the_page_was_opened_for(string query, string kept)
    {
        var (number, path) = await Topic(replies: 21);
        using var visitor = site.Browser();

        using var answer = await visitor.GetAsync($"/t/{number}{query}", Cancel);

        Assert.Equal(path + kept, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=3")]
    [InlineData("?page=01")]
    [InlineData("?page=x")]
    [InlineData("?page=99999999999999999999")]
    public async Task A_page_that_does_not_exist_is_not_found(string query)
    {
        var (_, path) = await Topic(replies: 21);
        using var visitor = site.Browser();

        using var answer = await visitor.GetAsync(path + query, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Jumping_to_a_number_leads_to_the_page_where_it_stands()
    {
        var (_, path) = await Topic(replies: 21);
        using var visitor = site.Browser();
        await visitor.GetStringAsync(path, Cancel);

        using var jump = await visitor.GetAsync(path + "?n=22", Cancel);
        using var tooFar = await visitor.GetAsync(path + "?n=9999", Cancel);

        Assert.Equal(path + "?page=2#post-22", jump.Headers.Location!.ToString());
        Assert.Equal(path + "?page=2#post-22", tooFar.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_permalink_leads_to_where_the_post_stands()
    {
        var (number, path) = await Topic(replies: 20);
        var reply = await site.Reply(site.Ben, number);
        using var visitor = site.Browser();

        using var answer = await visitor.GetAsync($"/p/{reply.PostId}", Cancel);
        using var unknown = await visitor.GetAsync("/p/1", Cancel);

        Assert.Equal((HttpStatusCode.Redirect, path + "?page=2#post-22"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_is_for_the_staff_looks_to_others_like_what_does_not_exist()
    {
        var topic = await site.Topic(site.Moderator, forum: "staff-room");
        var opening = await site.Read(db => db.Posts.Where(p => db.Topics.Any(t => t.Number == topic.Number && t.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(site.Aki);
        using var staff = await site.BrowserOf(site.Moderator);

        foreach (var path in new[] { $"/t/{topic.Number}/{topic.Slug}", $"/t/{topic.Number}/wrong", $"/p/{opening}", "/forums/staff-room" })
        {
            using var forVisitor = await visitor.GetAsync(path, Cancel);
            using var forMember = await member.GetAsync(path, Cancel);
            using var forStaff = await staff.GetAsync(path, Cancel);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forVisitor.StatusCode, forMember.StatusCode));
            Assert.NotEqual(HttpStatusCode.NotFound, forStaff.StatusCode);
        }
    }

    [Fact]
    public async Task A_member_is_shown_what_is_new_since_the_last_visit_and_a_visitor_leaves_no_mark()
    {
        var (number, path) = await Topic(replies: 3);
        using var member = await site.BrowserOf(site.Aki);
        using var visitor = site.Browser();
        var topic = await site.Read(db => db.Topics.SingleAsync(t => t.Number == number));
        await site.Counted(visitor, path);
        await site.WithoutScript(member, path + "?page=1");
        await site.Reply(site.Ben, number);

        var page = await site.WithoutScript(member, path + "?page=1");
        var (after, _) = await site.Counted(member, path);

        Assert.Contains("id=\"since\"", page, StringComparison.Ordinal);
        // It stays as long as the visit lasts.
        Assert.Contains("id=\"since\"", after, StringComparison.Ordinal);
        var positions = await site.Read(db => db.ReadPositions.Where(p => p.DiscussionId == topic.Id).ToListAsync());
        Assert.Equal((site.Aki.MemberId, 5), (positions.Single().MemberId, positions.Single().Number));
    }

    [Fact]
    public async Task _14_The_plain_address_leads_a_member_to_the_first_unread_and_a_visitor_to_the_beginning()
    {
        var (number, path) = await Topic(replies: 21);
        using var member = await site.BrowserOf(site.Aki);
        using var visitor = site.Browser();
        await site.WithoutScript(member, path + "?page=1");

        using var onwards = await member.GetAsync(path, Cancel);
        using var back = await member.GetAsync(path + "?page=1", Cancel);
        using var forVisitor = await visitor.GetAsync(path, Cancel);

        Assert.Equal((HttpStatusCode.Redirect, path + "?page=2#post-21"), (onwards.StatusCode, onwards.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (back.StatusCode, forVisitor.StatusCode));
        var page = await back.Content.ReadAsStringAsync(Cancel);
        Assert.Contains($"name=\"return\" value=\"{path}?page=1\"", page, StringComparison.Ordinal);
        Assert.Contains($"rel=\"canonical\" href=\"{path}\"", System.Text.RegularExpressions.Regex.Replace(page, "https?://[^/\"]+", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task _14_A_topic_that_was_read_to_its_end_opens_there_where_it_is_longer_than_a_page()
    {
        var (_, path) = await Topic(replies: 21);
        var (_, shorter) = await Topic(replies: 3);
        using var member = await site.BrowserOf(site.Moderator);
        using var first = await member.GetAsync(path, Cancel);
        await site.WithoutScript(member, path + "?page=2");
        await site.WithoutScript(member, shorter);

        using var end = await member.GetAsync(path, Cancel);
        using var named = await member.GetAsync(path + "?page=1", Cancel);
        using var top = await member.GetAsync(shorter, Cancel);

        Assert.Equal((HttpStatusCode.Redirect, path + "?page=2#post-22"), (end.StatusCode, end.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, named.StatusCode, top.StatusCode));
    }

    [Fact]
    public async Task _14_Opening_a_page_counts_nothing_by_itself()
    {
        var (number, path) = await Topic(replies: 3);
        using var member = await site.BrowserOf(site.Moderator);

        await site.Counted(member, path);
        var page = await site.Counted(member, path);

        Assert.Contains("data-upto=\"0\"", page.Page, StringComparison.Ordinal);
        Assert.False(await site.Read(db => db.ReadPositions.AnyAsync(p => p.MemberId == site.Moderator.MemberId && db.Topics.Any(t => t.Number == number && t.Id == p.DiscussionId))));
    }

    [Fact]
    public async Task _14_A_list_links_to_the_first_unread_post()
    {
        var (number, path) = await Topic(replies: 1);
        using var member = await site.BrowserOf(site.Aki);
        await site.WithoutScript(member, path + "?page=1");
        await site.Reply(site.Ben, number);

        var (list, _) = await site.Counted(member, "/forums/help");

        Assert.Contains($"href=\"{path}?page=1#post-3\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tombstone_stands_where_a_post_was_hidden_and_moderators_read_on()
    {
        var (number, path) = await Topic(replies: 1);
        var reply = await site.Reply(site.Ben, number, "something-unkind");
        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(reply.PostId, PostState.Hidden, "Unkind"), Cancel));
        using var visitor = site.Browser();
        using var moderator = await site.BrowserOf(site.Moderator);

        var seen = await visitor.GetStringAsync(path, Cancel);

        Assert.DoesNotContain("something-unkind", seen, StringComparison.Ordinal);
        Assert.Contains("This post is hidden.", seen, StringComparison.Ordinal);
        Assert.Contains("Goes into the log, which moderators read.", await moderator.GetStringAsync(path + "?moderate=3", Cancel), StringComparison.Ordinal);
        Assert.Contains("something-unkind", await moderator.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    private async Task<(long Number, string Path)> Topic(int replies)
    {
        var topic = await site.Topic(site.Aki);
        for (var i = 0; i < replies; i++)
            await site.Reply(site.Ben, topic.Number);
        return (topic.Number, $"/t/{topic.Number}/{topic.Slug}");
    }
}
