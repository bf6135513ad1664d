using System.Net;
using System.Net.ServerSentEvents;
using Community.Discussions;
using Community.Forums;
using Community.Live;
using Community.Web.Hosting;
using Community.Web.Live;
using Community.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Live;

public sealed class LiveStreamTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _01_A_reader_hears_the_number_of_each_change_and_nothing_else()
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        await using var stream = await Listen(visitor, await IdOf(topic));
        var before = (await stream.Next()).EventId;

        await site.Reply(site.Ben, topic.Number, "Words that no signal carries");
        var heard = await stream.Next();

        Assert.Equal(LiveEndpoints.Changed, heard.EventType);
        Assert.Equal("", heard.Data);
        Assert.True(Number(heard.EventId) > Number(before));
        Assert.Equal(await Change(await IdOf(topic)), Number(heard.EventId));
    }

    [Fact]
    public async Task _04_Who_was_away_hears_at_once_that_something_changed_and_who_is_up_to_date_hears_nothing()
    {
        var topic = await site.Topic(site.Aki);
        var known = await Change(await IdOf(topic));
        await site.Reply(site.Ben, topic.Number);
        using var late = site.Browser();
        using var current = site.Browser();

        await using var missed = await Listen(late, await IdOf(topic), known);
        await using var none = await Listen(current, await IdOf(topic), await Change(await IdOf(topic)));
        var first = await missed.Next();
        await site.Reply(site.Ben, topic.Number);

        Assert.Equal(known + 1, Number(first.EventId));
        Assert.Equal(known + 2, Number((await none.Next()).EventId));
    }

    [Fact]
    public async Task _04_What_the_browser_heard_last_counts_before_what_its_page_said()
    {
        var topic = await site.Topic(site.Aki);
        await site.Reply(site.Ben, topic.Number);
        using var visitor = site.Browser();
        visitor.DefaultRequestHeaders.Add("Last-Event-ID", $"{await Change(await IdOf(topic))}");

        await using var stream = await Listen(visitor, await IdOf(topic));
        await site.Reply(site.Ben, topic.Number);

        Assert.Equal(await Change(await IdOf(topic)), Number((await stream.Next()).EventId));
    }

    [Fact]
    public async Task _06_Who_loses_the_right_to_read_is_told_so_and_hears_no_more()
    {
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();
        await using var stream = await Listen(visitor, await IdOf(topic), await Change(await IdOf(topic)));

        ReadingSite.Must(await site.Get<MoveTopic>().Run(site.Moderator, new MoveTopic.Input(topic.Number, "staff-room", "Belongs there"), Cancel));

        Assert.Equal(LiveEndpoints.Gone, (await stream.Next()).EventType);
        Assert.True(await stream.IsOver());
    }

    [Fact]
    public async Task _06_Nobody_listens_to_what_they_may_not_read()
    {
        var topic = await site.Topic(site.Moderator, forum: "staff-room");
        using var visitor = site.Browser();

        using var refused = await visitor.GetAsync($"/live/stream?discussion={await IdOf(topic)}", Cancel);
        using var unknown = await visitor.GetAsync("/live/stream?discussion=1", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public void _08_One_reader_holds_only_so_many_streams_and_gets_the_place_back()
    {
        var places = new LiveStreams(Options.Create(new LiveLimits { StreamsPerReader = 2 }));
        using var first = places.Enter("a1");
        var second = places.Enter("a1");

        Assert.Null(places.Enter("a1"));
        Assert.NotNull(places.Enter("a2"));
        second!.Dispose();
        Assert.NotNull(places.Enter("a1"));
    }

    [Fact]
    public async Task The_fragment_holds_what_changed_since_and_nothing_older()
    {
        var topic = await site.Topic(site.Aki);
        var old = await site.Reply(site.Ben, topic.Number, "An answer from before");
        var known = await Change(await IdOf(topic));
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

    private static long Number(string? id) => long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<long> IdOf(StartTopic.Started topic) => (await site.Get<ReadTopic>().IdOf(topic.Number, Cancel))!.Value;

    private Task<long> Change(long id) => site.Read(async db => (await db.Discussions.FindAsync([id], Cancel))!.ChangeNumber);

    private static async Task<Ear> Listen(HttpClient browser, long discussion, long after = 0)
    {
        var answer = await browser.GetAsync($"/live/stream?discussion={discussion}&after={after}", HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Ear(answer, SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel));
    }

    private sealed class Ear(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        /// <summary>What is told next, signs of life left out.</summary>
        public async Task<SseItem<string>> Next()
        {
            while (await events.MoveNextAsync())
            {
                if (events.Current.EventType != LiveEndpoints.Beat)
                    return events.Current;
            }

            throw new InvalidOperationException("The stream is over.");
        }

        public async Task<bool> IsOver() => !await events.MoveNextAsync();

        public async ValueTask DisposeAsync()
        {
            await events.DisposeAsync();
            answer.Dispose();
        }
    }
}
