using Community.Browser.Tests.Live;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Discussions.Seen;
using Community.Forums;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>Where somebody was; numbered like the behaviours that were asked for.</summary>
public sealed class ReadingTests(Browser browser, SeededSite site)
{
    private const string MarkAllRead = "すべて既読にする";
    private const string Undo = "元に戻す";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task _14_A_live_reply_that_was_in_sight_is_read_when_its_reader_goes_to_the_list()
    {
        var (id, topic) = await Topic("小屋の鍵をどこに置きますか");
        await using var reader = await Arrives(Who.Ren);
        await using var member = await Arrives(Who.Mia);
        await reader.Opens(topic);
        await reader.Page.Mouse.MoveAsync(200, 200);
        var told = reader.Page.WaitForRequestAsync(request => IsReport(request) && request.PostData?.Contains("upto=2", StringComparison.Ordinal) == true);

        await Replies(member, topic, "鍵は植木鉢の下です。");
        await Assertions.Expect(reader.Post(2)).ToContainTextAsync("鍵は植木鉢の下です。");
        await reader.Post(2).ScrollIntoViewIfNeededAsync();
        await (await told).ResponseAsync();
        await reader.Opens("/forums/general");

        await Assertions.Expect(reader.Page.Locator(".topic-row.read", new() { HasTextString = "小屋の鍵をどこに置きますか" })).ToHaveCountAsync(1);
        Assert.Equal(2, await Read(db => db.ReadPositions.Where(p => p.DiscussionId == id && db.Members.Any(m => m.Id == p.MemberId && m.Handle == Seed.HandleOf(Who.Ren))).Select(p => p.Number).SingleAsync()));
    }

    [Fact]
    public async Task _14_Posts_count_as_they_come_into_view_and_an_opened_page_counts_what_was_in_sight()
    {
        var (id, topic) = await Topic("灯りを数えながら歩く夜の話");
        await Answers(topic, 12);
        var member = await site.Joins("hoshi");
        await using var reader = await site.Arrives(browser, member, Words.Japanese);

        await Reports(reader, id, () => reader.Opens(topic));
        var opened = await PositionOf(id, member);
        await Reports(reader, id, () => reader.Post(13).ScrollIntoViewIfNeededAsync());
        await reader.Opens("/forums/general");

        Assert.InRange(opened, 1, 10);
        Assert.Equal(13, await PositionOf(id, member));
        await Assertions.Expect(reader.Page.Locator(".topic-row.read", new() { HasTextString = "灯りを数えながら歩く夜の話" })).ToHaveCountAsync(1);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _14_A_short_look_counts_when_the_page_is_left()
    {
        var (id, topic) = await Topic("波の音で目が覚めた朝の話");
        await Answers(topic, 12);
        var member = await site.Joins("nagisa");
        await using var reader = await site.Arrives(browser, member, Words.Japanese);
        await Reports(reader, id, () => reader.Opens(topic));

        await reader.Post(7).ScrollIntoViewIfNeededAsync();
        await reader.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await reader.Opens("/forums/general");

        // The report may arrive after the list was asked for.
        for (var looks = 0; looks < 20 && await PositionOf(id, member) < 7; looks++)
            await reader.Page.ReloadAsync();
        Assert.InRange(await PositionOf(id, member), 7, 12);
    }

    [Fact]
    public async Task _14_Going_on_by_links_counts_what_was_seen_there_and_no_picture_marks_a_page_with_script()
    {
        var (first, topic) = await Topic("一つめの入り江の地図");
        var (second, other) = await Topic("二つめの入り江の地図");
        await Answers(topic, 12);
        await Answers(other, 12);
        var member = await site.Joins("fuuka");
        await using var reader = await site.Arrives(browser, member, Words.Japanese);
        var pictures = new List<string>();
        reader.Page.Request += (_, request) => { if (request.Url.Contains("/read?", StringComparison.Ordinal)) pictures.Add(request.Url); };
        await reader.Opens("/forums/general");

        foreach (var (id, path) in new[] { (first, topic), (second, other) })
        {
            await Reports(reader, id, () => reader.Page.Locator($".topic-row a[href='{path}']").First.ClickAsync());
            await Assertions.Expect(reader.Post(13)).ToBeAttachedAsync();
            await reader.Page.GoBackAsync();
            await Assertions.Expect(reader.Page.Locator(".topic-row").First).ToBeVisibleAsync();
        }

        Assert.InRange(await PositionOf(first, member), 1, 10);
        Assert.InRange(await PositionOf(second, member), 1, 10);
        Assert.Empty(pictures);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _14_Without_script_an_opened_page_counts_to_its_last_post()
    {
        var (id, topic) = await Topic("桟橋の端まで読む人の話");
        await Answers(topic, 12);
        var member = await site.Joins("minato");
        await using var reader = await site.Arrives(browser, member, Words.Japanese, hasScript: false);
        var shown = reader.Page.WaitForResponseAsync(response => response.Url.Contains("/read?", StringComparison.Ordinal));

        await reader.Opens(topic);

        Assert.Equal(204, (await shown).Status);
        Assert.Equal(13, await PositionOf(id, member));
    }

    [Fact]
    public async Task _15_All_read_and_its_way_back_stand_in_sight_at_the_head_of_the_list()
    {
        await Topic("坂道の自転車をどう止めますか");
        await using var reader = await site.Arrives(browser, await site.Joins("saka"), Words.Japanese);
        foreach (var list in (string[])["/forums/general", "/forums"])
        {
            await reader.Opens(list);
            await Assertions.Expect(reader.Button(MarkAllRead)).ToBeInViewportAsync();

            await reader.Presses(MarkAllRead);

            await Assertions.Expect(reader.Button(Undo)).ToBeInViewportAsync();
            Assert.True((await reader.Button(Undo).BoundingBoxAsync())!.Y < (await reader.Page.Locator(".topic-row, .forum-row").First.BoundingBoxAsync())!.Y);
            await reader.Presses(Undo);
        }
    }

    [Fact]
    public async Task _15_The_way_back_from_all_read_goes_when_it_is_over_and_leaves_focus_where_it_belongs()
    {
        await Topic("灯台の階段は何段ありますか");
        await using var reader = await site.Arrives(browser, await site.Joins("hatoba"), Words.Japanese);
        await reader.Opens("/forums/general");
        await reader.Page.Clock.InstallAsync();

        await reader.Presses(MarkAllRead);
        await Assertions.Expect(reader.Button(Undo)).ToBeVisibleAsync();
        await reader.Button(Undo).FocusAsync();
        await reader.Button(Undo).HoverAsync();
        await reader.Page.Clock.RunForAsync(10_000);

        await Assertions.Expect(reader.Button(Undo)).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Button(MarkAllRead)).ToBeFocusedAsync();
        // Said once more, it can be taken back once more.
        await reader.Presses(MarkAllRead);
        await reader.Presses(Undo);
        await Assertions.Expect(reader.Page.Locator(".topic-row.read")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Button(Undo)).ToHaveCountAsync(0);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _18_A_muted_forum_is_brought_back_from_below_the_list()
    {
        await using var reader = await site.Arrives(browser, await site.Joins("sango"), Words.Japanese);
        await reader.Opens("/forums/general");
        await reader.Page.Locator(".head details.menu > summary").ClickAsync();
        await reader.Page.Locator(".head button[formaction$='/muted']").ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".head button[formaction$='/muted']")).ToHaveAttributeAsync("aria-pressed", "true");

        await reader.Opens("/forums");
        await Assertions.Expect(reader.Page.Locator(".forum-row a[href='/forums/general']")).ToHaveCountAsync(0);
        await reader.Page.Locator(".muted-forums > summary").ClickAsync();
        await reader.Page.Locator(".muted-forums button").ClickAsync();

        await Assertions.Expect(reader.Page.Locator(".forum-row a[href='/forums/general']")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Page.Locator(".muted-forums")).ToHaveCountAsync(0);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _16_A_page_that_is_left_tells_the_time_that_was_read_and_nothing_without_a_reader()
    {
        var (id, topic) = await Topic("霧の朝に何を飲みますか");
        await using var reader = await Arrives(Who.Ren);
        await reader.Page.Clock.InstallAsync();
        await reader.Opens(topic);
        await Assertions.Expect(reader.Page.Locator("[data-reading]")).ToHaveCountAsync(1);
        await reader.Page.Mouse.MoveAsync(200, 200);
        var arrived = reader.Page.WaitForRequestAsync(IsReport);
        await reader.Page.Clock.RunForAsync(2_000);
        await arrived;
        var sent = reader.Page.WaitForRequestAsync(IsReport);

        await reader.Page.Clock.RunForAsync(61_000);
        var first = await sent;

        Assert.Contains($"discussion={id}", first.PostData, StringComparison.Ordinal);
        Assert.InRange(Seconds(first), 30, 62);
        // Nobody moved anything any more: three minutes after the last input the time stands still.
        var later = new List<int>();
        reader.Page.Request += (_, request) => { if (request.Url.EndsWith("/read", StringComparison.Ordinal)) later.Add(Seconds(request)); };
        await reader.Page.Clock.RunForAsync(600_000);
        Assert.InRange(later.Sum(), 60, 130);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _19_A_visitors_page_says_that_it_was_seen_and_sets_no_cookie()
    {
        var (id, topic) = await Topic("防波堤の落書きを見ましたか");
        await using var visitor = await site.Arrives(browser, Who.Visitor, Words.Japanese, new() { ViewportSize = new() { Width = 1280, Height = 900 }, UserAgent = Firefox });
        var told = visitor.Page.WaitForRequestAsync(request => request.Url.Contains("/seen?discussion=", StringComparison.Ordinal));

        await visitor.Opens(topic);
        var answer = await (await told).ResponseAsync();

        Assert.Equal(204, answer!.Status);
        await site.Services.GetRequiredService<CountVisitors>().Run();
        Assert.Equal(1, (await site.Services.GetRequiredService<ReadSeen>().Run(id)).Visitors);
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        Assert.Empty(visitor.Visitor.Complaints);
    }

    [Fact]
    public async Task _17_and_18_A_post_is_kept_and_a_topic_muted_without_leaving_them()
    {
        var (_, topic) = await Topic("古い羅針盤の直し方を教えて");
        await using var reader = await Arrives(Who.Ren);
        await reader.Opens(topic);

        await reader.Post(1).Locator("details.menu > summary.icon-only").ClickAsync();
        await reader.Post(1).Locator("a[href$='/bookmark']").ClickAsync();
        await reader.Page.Locator("textarea[name=note]").FillAsync("冬に直す");
        await reader.Main.Locator("form .btn.main").ClickAsync();
        await Assertions.Expect(reader.Post(1).Locator("a.kept")).ToBeVisibleAsync();
        await reader.Opens("/me/bookmarks");
        await Assertions.Expect(reader.Main).ToContainTextAsync("冬に直す");

        await reader.Opens(topic + "?page=1");
        await reader.Page.Locator("aside details.menu > summary").ClickAsync();
        await reader.Page.Locator("aside button[formaction$='/muted']").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("aside button[formaction$='/muted']")).ToHaveAttributeAsync("aria-pressed", "true");
        await reader.Opens("/forums/general");
        await Assertions.Expect(reader.Main.GetByText("古い羅針盤の直し方を教えて")).ToHaveCountAsync(0);
        await reader.Opens("/me/follows?level=muted");
        await Assertions.Expect(reader.Main).ToContainTextAsync("古い羅針盤の直し方を教えて");
        Assert.Empty(reader.Visitor.Complaints);
    }

    private static int Seconds(IRequest request) =>
        int.Parse(System.Web.HttpUtility.ParseQueryString(request.PostData ?? "")["seconds"]!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(long Id, string Path)> Topic(string title)
    {
        var member = await Read(db => db.Members.SingleAsync(m => m.Handle == Seed.HandleOf(Who.Aoi)));
        var aoi = Actor.Of(member.Id, member.Handle, member.Role, member.Trust);
        var started = await site.Services.GetRequiredService<StartTopic>().Run(aoi, new StartTopic.Input("general", title, $"{title}。皆さんのお話を聞かせてください。", null, Guid.NewGuid()));
        Assert.True(started.Ok, started.Problem?.Code);
        return (await Read(db => db.Topics.Where(t => t.Number == started.Value.Number).Select(t => t.Id).SingleAsync()), $"/t/{started.Value.Number}/{Uri.EscapeDataString(started.Value.Slug)}");
    }

    private static bool IsReport(IRequest request) => request.Url.EndsWith("/read", StringComparison.Ordinal);

    /// <summary>Does something upon which the open page tells how far its reader has come.</summary>
    private static async Task Reports(Person reader, long topic, Func<Task> act)
    {
        var told = reader.Page.WaitForRequestAsync(request => IsReport(request) && request.PostData?.Contains($"discussion={topic}&", StringComparison.Ordinal) == true);
        await act();
        await (await told).ResponseAsync();
    }

    private Task<int> PositionOf(long topic, Actor member) => Read(db => db.ReadPositions.Where(p => p.DiscussionId == topic && p.MemberId == member.MemberId).Select(p => p.Number).FirstOrDefaultAsync());

    /// <summary>So many replies, each as high as a good part of the window.</summary>
    private async Task Answers(string topic, int count)
    {
        var number = long.Parse(topic.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        for (var n = 0; n < count; n++)
            await site.Services.Replies(Who.Aoi, number, string.Join("\n\n", Enumerable.Repeat($"{number} の {n} 番目の灯りのそばで、しばらく海を見ていました。", 5)));
    }

    private static async Task Replies(Person member, string topic, string text)
    {
        await member.Opens($"{topic}?reply=0#reply");
        await member.Types(member.Words.Text, text);
        await member.Presses(member.Words.PostReply);
        await Assertions.Expect(member.Main.GetByText(text)).ToBeVisibleAsync();
    }

    private Task<T> Read<T>(Func<CommunityDb, Task<T>> read) => site.Services.GetRequiredService<CommunityData>().Read(read);

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese);
}
