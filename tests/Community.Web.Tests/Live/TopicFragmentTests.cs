using System.Net;
using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Forums;
using Community.Live;
using Community.Shared.Site;
using Community.Web.Hosting;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Live;

/// <summary>What has changed on a page of a topic, as browsers fetch it that have it open.</summary>
public sealed class TopicFragmentTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_fragment_holds_what_changed_since_and_nothing_older()
    {
        var topic = await site.Topic(site.Aki);
        var old = await site.Reply(site.Ben, topic.Number, "An answer from before");
        var known = await Change(topic);
        await site.Reply(site.Ben, topic.Number, "An answer from after");
        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(old.PostId, PostState.Hidden, "Off topic"), Cancel));
        using var visitor = site.Browser();

        var page = await visitor.GetStringAsync($"/t/{topic.Number}/changes?page=1&after={known}", Cancel);

        Assert.Contains("An answer from after", page, StringComparison.Ordinal);
        Assert.DoesNotContain("An answer from before", page, StringComparison.Ordinal);
        Assert.Contains("id=\"post-2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"post-1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fragment_is_kept_for_visitors_and_never_old()
    {
        // What was arranged is noticed now, so that it makes no page old in the midst of this.
        await site.Get<EpochWatch>().Look(Cancel);
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        var path = $"/t/{topic.Number}/changes?page=1&after=0";
        await visitor.GetStringAsync(path, Cancel);

        var (_, queries) = await site.Counted(visitor, path);
        await site.Reply(site.Ben, topic.Number, "Fresh from the press");

        Assert.Equal(0, queries);
        Assert.Contains("Fresh from the press", await visitor.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task _01_What_members_see_alike_is_read_and_drawn_once_for_all_of_them()
    {
        await site.Get<EpochWatch>().Look(Cancel);
        var topic = await site.Topic(site.Aki);
        await site.Reply(site.Ben, topic.Number, "Drawn for the first who asks");
        using var first = await site.BrowserOf(await site.Person("first"));
        using var second = await site.BrowserOf(await site.Person("second"));
        var path = $"/t/{topic.Number}/changes?page=1&after=0";

        var drawn = await first.GetStringAsync(path, Cancel);
        var (given, queries) = await site.Counted(second, path);

        Assert.Contains("Drawn for the first who asks", drawn, StringComparison.Ordinal);
        Assert.Equal(drawn, given);
        // Who it is that asks.
        Assert.Equal(1, queries);
    }

    [Fact]
    public void _04_What_is_kept_is_old_before_anybody_is_told_of_a_change()
    {
        var ofDiscussions = site.Get<IEnumerable<IAfterCommit<DiscussionChanged>>>().Select(receiver => receiver.GetType()).ToList();
        var ofTheSite = site.Get<IEnumerable<IAfterCommit<SiteChanged>>>().Select(receiver => receiver.GetType()).ToList();

        foreach (var receivers in (List<Type>[])[ofDiscussions, ofTheSite])
            Assert.InRange(receivers.IndexOf(typeof(ContentVersions)), 0, receivers.IndexOf(typeof(LiveFeed)) - 1);
    }

    [Fact]
    public async Task _08_Who_does_not_take_what_was_drawn_for_them_holds_up_nobody()
    {
        var topic = await site.Topic(site.Aki);
        for (var number = 2; number <= 20; number++)
            await site.Reply(site.Ben, topic.Number, string.Concat(Enumerable.Repeat($"Answer {number} goes on. ", 1_000)));
        using var aki = await site.BrowserOf(site.Aki);
        using var ben = await site.BrowserOf(site.Ben);
        var path = $"/t/{topic.Number}/changes?page=1&after=0";

        var slow = new List<HttpResponseMessage>();
        for (var n = 0; n < Environment.ProcessorCount + 2; n++)
        {
            var browser = await site.BrowserOf(site.Aki);
            slow.Add(await browser.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancel));
        }

        Assert.Contains("Answer 20 goes on", await ben.GetStringAsync(path, Cancel), StringComparison.Ordinal);
        slow.ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task _08_A_request_for_a_host_that_is_none_spoils_nothing_for_others()
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        using var member = await site.BrowserOf(await site.Person("guest"));
        foreach (var browser in (HttpClient[])[visitor, member])
        {
            using var odd = new HttpRequestMessage(HttpMethod.Get, $"/t/{topic.Number}/changes?page=1&after=0");
            odd.Headers.TryAddWithoutValidation("Host", "x:99999");

            using var answer = await browser.SendAsync(odd, Cancel);

            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_members_fragment_is_kept_by_nobody_on_the_way()
    {
        var topic = await site.Topic(site.Aki);
        using var member = await site.BrowserOf(site.Ben);

        using var answer = await member.GetAsync($"/t/{topic.Number}/changes?page=1&after=0", Cancel);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_on_which_everything_waits_for_a_moderator_is_an_empty_one()
    {
        var topic = await site.Topic(site.Aki);
        for (var number = 2; number <= 20; number++)
            await site.Reply(site.Ben, topic.Number, $"Answer {number} that stays");
        var last = await site.Reply(site.Aki, topic.Number, "An answer that waits");
        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(last.PostId, PostState.Held, "Let me look at it again"), Cancel));
        using var member = await site.BrowserOf(site.Ben);

        using var answer = await member.GetAsync($"/t/{topic.Number}/{Uri.EscapeDataString(topic.Slug)}?page=2", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("An answer that waits", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task _01_What_waits_to_be_let_through_is_not_counted_among_what_is_new_on_later_pages()
    {
        var topic = await site.Topic(site.Aki);
        await site.Reply(site.Ben, topic.Number, "An answer that stays");
        var last = await site.Reply(site.Ben, topic.Number, "An answer that waits");
        using var visitor = site.Browser();

        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(last.PostId, PostState.Held, "Let me look at it again"), Cancel));

        Assert.Contains("data-last=\"2\"", await visitor.GetStringAsync($"/t/{topic.Number}/changes?page=1&after=0", Cancel), StringComparison.Ordinal);
    }

    private async Task<long> Change(StartTopic.Started topic)
    {
        var id = (await site.Get<ReadTopic>().IdOf(topic.Number, Cancel))!.Value;
        return await site.Read(async db => (await db.Discussions.FindAsync([id], Cancel))!.ChangeNumber);
    }
}
