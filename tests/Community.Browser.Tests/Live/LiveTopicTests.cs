using System.Globalization;
using System.Web;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Live;

/// <summary>What others do comes into the page that somebody has open; numbered like the behaviours that were asked for.</summary>
public sealed class LiveTopicTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _01_A_new_reply_comes_by_itself_and_a_pill_says_so_without_moving_what_is_read()
    {
        var topic = await Topic("波止場で見つけた古い灯りの話");
        await using var reader = await Arrives(Who.Visitor);
        await using var member = await Arrives(Who.Ren);
        await reader.Opens(topic);
        await reader.Page.SetViewportSizeAsync(390, 400);
        var before = await Top(reader);

        await Replies(member, topic, "灯りの笠は真鍮でした。");

        await Assertions.Expect(reader.Post(2)).ToContainTextAsync("灯りの笠は真鍮でした。");
        await Assertions.Expect(reader.Link("新しい返信が 1 件あります")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator(".facts dd").First).ToHaveTextAsync("1");
        Assert.Equal(before, await Top(reader));
        await Assertions.Expect(reader.Post(2).Locator("time").First).ToHaveTextAsync("たった今");
        var said = reader.Page.Locator("live-topic [role=status]");
        await Assertions.Expect(said).ToHaveTextAsync("新しい返信が 1 件あります");
        await reader.Post(2).ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(reader.Link("新しい返信が 1 件あります")).ToHaveCountAsync(0);
        await Assertions.Expect(said).ToBeEmptyAsync();
        Assert.Empty(reader.Visitor.Complaints.Concat(member.Visitor.Complaints));
    }

    [Fact]
    public async Task _02_Reactions_and_removals_show_in_the_open_page()
    {
        var topic = await Topic("古い桟橋の板を何に使いますか");
        await using var reader = await Arrives(Who.Visitor);
        await using var author = await Arrives(Who.Ren);
        await using var fan = await Arrives(Who.Mia);
        await Replies(author, topic, "板は棚になりました。");
        await reader.Opens(topic);
        await fan.Opens(topic);

        await fan.Post(2).GetByRole(AriaRole.Button, new() { Name = fan.Words.Heart }).First.ClickAsync();
        await Assertions.Expect(reader.Post(2).Locator(".reaction")).ToContainTextAsync("1");

        await author.Opens($"{topic}?remove=2");
        await author.Post(2).Locator(".btn.danger, .btn.bad, button[formaction$=remove]").First.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("#post-2")).Not.ToContainTextAsync("板は棚になりました。");
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _04_A_reader_whose_network_was_lost_catches_up_without_gap_or_double()
    {
        var topic = await Topic("電波の届かない入り江について");
        await using var reader = await Arrives(Who.Visitor);
        await using var member = await Arrives(Who.Ren);
        await reader.Opens(topic);
        await reader.Page.Context.SetOfflineAsync(true);
        foreach (var text in (string[])["一つめの返事です。", "二つめの返事です。", "三つめの返事です。"])
            await Replies(member, topic, text);

        await reader.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(reader.Page.Locator("article.post")).ToHaveCountAsync(4, new() { Timeout = 20_000 });
        await Assertions.Expect(reader.Post(4)).ToContainTextAsync("三つめの返事です。");
    }

    [Fact]
    public async Task _05_Who_goes_on_to_another_topic_hears_that_one_and_no_other()
    {
        var first = await Topic("坂の上の喫茶店で会いましょう");
        var second = await Topic("坂の下の古本屋で会いましょう");
        await using var reader = await Arrives(Who.Aoi);
        await using var member = await Arrives(Who.Ren);
        await reader.Opens(first);
        var streams = new List<string>();
        reader.Page.Request += (_, request) => { if (request.Url.Contains("/live/stream", StringComparison.Ordinal)) streams.Add(request.Url); };
        // By a link in the page, so that it is patched and not loaded anew.
        await reader.Page.EvaluateAsync("path => { const link = document.createElement('a'); link.href = path; link.textContent = 'next'; document.querySelector('main').append(link); }", second);
        await reader.Follows("next");
        await Assertions.Expect(reader.Heading).ToHaveTextAsync("坂の下の古本屋で会いましょう");

        await Replies(member, first, "坂の上にいます。");
        await Replies(member, second, "坂の下にいます。");

        await Assertions.Expect(reader.Post(2)).ToContainTextAsync("坂の下にいます。");
        await Assertions.Expect(reader.Page.Locator("article.post")).ToHaveCountAsync(2);
        var heard = streams.ConvertAll(address => HttpUtility.ParseQueryString(new Uri(address).Query)["discussion"]);
        Assert.Equal(heard.Distinct(), heard);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _01_A_reply_beyond_the_page_is_told_and_the_pill_leads_to_it()
    {
        var topic = await Topic("二十の返事が付いた質問");
        var number = long.Parse(topic.Split('/')[2], CultureInfo.InvariantCulture);
        await Fill(number, DiscussionLimits.PostsPerPage - 1);
        await using var reader = await Arrives(Who.Visitor);
        await using var member = await Arrives(Who.Ren);
        await reader.Opens(topic);

        await Replies(member, topic, "二ページめの一つめです。");
        await reader.Link("新しい返信が 1 件あります").ClickAsync();

        await Assertions.Expect(reader.Post(DiscussionLimits.PostsPerPage + 1)).ToContainTextAsync("二ページめの一つめです。");
    }

    [Fact]
    public async Task _06_Who_may_not_read_a_topic_any_more_is_told_and_shown_a_way_on()
    {
        var topic = await Topic("閉じられる部屋の話題");
        await using var reader = await Arrives(Who.Visitor);
        await using var staff = await Arrives(Who.Mia);
        await reader.Opens(topic);

        await staff.Opens(topic);
        await staff.Moderates(1, staff.Words.Hide, "試しに隠します。");

        await Assertions.Expect(reader.Link("このページは読めなくなりました。")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task _01_A_reply_that_somebody_is_writing_stays_as_it_is_when_another_comes()
    {
        var topic = await Topic("書きかけの返事はどこへ行くのか");
        await using var writer = await Arrives(Who.Aoi);
        await using var member = await Arrives(Who.Ren);
        await writer.Opens($"{topic}?reply=0#reply");
        await writer.Types(writer.Words.Text, "まだ書いている途中です");

        await Replies(member, topic, "先に書き終えました。");

        await Assertions.Expect(writer.Post(2)).ToContainTextAsync("先に書き終えました。");
        await Assertions.Expect(writer.Field(writer.Words.Text)).ToHaveValueAsync("まだ書いている途中です");
        await writer.Presses(writer.Words.PostReply);
        await Assertions.Expect(writer.Post(3)).ToContainTextAsync("まだ書いている途中です");
    }

    private static Task<double> Top(Person reader) => reader.Page.EvaluateAsync<double>("document.querySelector('#post-1').getBoundingClientRect().top");

    private async Task<string> Topic(string title)
    {
        var member = await site.Services.GetRequiredService<CommunityData>().Read(db => db.Members.SingleAsync(m => m.Handle == Seed.HandleOf(Who.Aoi)));
        var aoi = Actor.Of(member.Id, member.Handle, member.Role, member.Trust);
        var started = await site.Services.GetRequiredService<StartTopic>().Run(aoi, new StartTopic.Input("general", title, string.Join("\n\n", Enumerable.Repeat($"{title}。皆さんのお話を聞かせてください。", 20)), null, Guid.NewGuid()));
        Assert.True(started.Ok, started.Problem?.Code);
        return $"/t/{started.Value.Number}/{Uri.EscapeDataString(started.Value.Slug)}";
    }

    private async Task Fill(long topic, int replies)
    {
        var people = await site.Services.GetRequiredService<CommunityData>().Read(db => db.Members.Where(m => m.Role == Role.Moderator || m.Role == Role.Admin).ToListAsync());
        for (var i = 0; i < replies; i++)
        {
            var member = people[i % people.Count];
            var done = await site.Services.GetRequiredService<PostReply>().Run(
                Actor.Of(member.Id, member.Handle, member.Role, member.Trust), new PostReply.Input(topic, $"{i + 1} 番目の返事です。", null, Guid.NewGuid()));
            Assert.True(done.Ok, done.Problem?.Code);
        }
    }

    private static async Task Replies(Person member, string topic, string text)
    {
        await member.Opens($"{topic}?reply=0#reply");
        await member.Types(member.Words.Text, text);
        await member.Presses(member.Words.PostReply);
        await Assertions.Expect(member.Main.GetByText(text)).ToBeVisibleAsync();
    }

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese);
}
