using Community.Browser.Tests.Live;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>How far somebody has read; numbered like the behaviours that were asked for.</summary>
public sealed class ReadPositionTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _14_A_live_reply_that_was_in_sight_is_read_when_its_reader_goes_to_the_list()
    {
        var (id, topic) = await site.Begins("小屋の鍵をどこに置きますか");
        await using var reader = await Arrives(Who.Ren);
        await using var member = await Arrives(Who.Mia);
        await reader.Opens(topic);
        await reader.Page.Mouse.MoveAsync(200, 200);
        var told = reader.Page.WaitForRequestAsync(request => ReadingDesk.IsReport(request) && request.PostData?.Contains("upto=2", StringComparison.Ordinal) == true);

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
        var (id, topic) = await site.Begins("灯りを数えながら歩く夜の話");
        await Answers(topic, 12);
        var member = await site.Joins("hoshi");
        await using var reader = await site.Arrives(browser, member, Words.Japanese);

        await reader.Reports(id, () => reader.Opens(topic));
        var opened = await PositionOf(id, member);
        await reader.Reports(id, () => reader.Post(13).ScrollIntoViewIfNeededAsync());
        await reader.Opens("/forums/general");

        Assert.InRange(opened, 1, 10);
        Assert.Equal(13, await PositionOf(id, member));
        await Assertions.Expect(reader.Page.Locator(".topic-row.read", new() { HasTextString = "灯りを数えながら歩く夜の話" })).ToHaveCountAsync(1);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _14_A_short_look_counts_when_the_page_is_left()
    {
        var (id, topic) = await site.Begins("波の音で目が覚めた朝の話");
        await Answers(topic, 12);
        var member = await site.Joins("nagisa");
        await using var reader = await site.Arrives(browser, member, Words.Japanese);
        await reader.Reports(id, () => reader.Opens(topic));

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
        var (first, topic) = await site.Begins("一つめの入り江の地図");
        var (second, other) = await site.Begins("二つめの入り江の地図");
        await Answers(topic, 12);
        await Answers(other, 12);
        var member = await site.Joins("fuuka");
        await using var reader = await site.Arrives(browser, member, Words.Japanese);
        var pictures = new List<string>();
        reader.Page.Request += (_, request) => { if (request.Url.Contains("/read?", StringComparison.Ordinal)) pictures.Add(request.Url); };
        await reader.Opens("/forums/general");

        foreach (var (id, path) in new[] { (first, topic), (second, other) })
        {
            await reader.Reports(id, () => reader.Page.Locator($".topic-row a[href='{path}']").First.ClickAsync());
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
        var (id, topic) = await site.Begins("桟橋の端まで読む人の話");
        await Answers(topic, 12);
        var member = await site.Joins("minato");
        await using var reader = await site.Arrives(browser, member, Words.Japanese, hasScript: false);
        var shown = reader.Page.WaitForResponseAsync(response => response.Url.Contains("/read?", StringComparison.Ordinal));

        await reader.Opens(topic);

        Assert.Equal(204, (await shown).Status);
        Assert.Equal(13, await PositionOf(id, member));
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
