using System.Text.RegularExpressions;
using Community.Browser.Tests.Live;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Browser.Tests.Writing;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>What stays in sight in a small window; numbered like the behaviours that were asked for.</summary>
public sealed class PhoneTests(Browser browser, SeededSite site)
{
    private const string Long = "今夜の海はとても静かで、灯りがひとつずつ水に映っています。";

    [Fact]
    public async Task _14_The_first_unread_post_and_the_line_above_it_stand_below_the_header()
    {
        var topic = await site.Services.Starts(Who.Aoi, "小さな画面で続きを読む");
        var ren = await site.Services.ActorOf(Who.Ren);
        for (var n = 2; n <= 6; n++)
            await site.Services.Replies(Who.Mia, topic.Number, $"{n} 番目です。{Long}");
        var id = await site.Services.GetRequiredService<CommunityData>().Read(db => db.Topics.Where(t => t.Number == topic.Number).Select(t => t.Id).SingleAsync());
        await site.Services.GetRequiredService<MarkRead>().Run(ren, new MarkRead.Input(id, 2));
        await using var reader = await Arrives(Who.Ren);

        await reader.Opens(OwnTopics.PathOf(topic));

        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex("#post-3$"));
        Assert.InRange(await Top(reader, "#since"), await Header(reader), 200);
        Assert.InRange(await Top(reader, "#post-3"), await Header(reader), 200);
    }

    [Fact]
    public async Task Whoever_has_replied_sees_what_they_wrote()
    {
        var topic = await site.Services.Starts(Who.Aoi, "小さな画面で返事を書く");
        await using var writer = await Arrives(Who.Ren);
        await writer.Opens(OwnTopics.PathOf(topic) + "?page=1");
        await writer.Follows(writer.Words.WriteReply);
        await writer.Types(writer.Words.Text, string.Join("\n\n", Enumerable.Repeat(Long, 8)));

        await writer.Presses(writer.Words.PostReply);

        await Assertions.Expect(writer.Page.Locator("#reply textarea")).ToHaveCountAsync(0);
        await Assertions.Expect(writer.Post(2)).ToBeFocusedAsync();
        Assert.InRange(await Top(writer, "#post-2"), await Header(writer), 300);
        Assert.Empty(writer.Visitor.Complaints);
    }

    [Fact]
    public async Task _01_Whoever_is_below_the_posts_is_told_of_a_reply_too()
    {
        var topic = await site.Services.Starts(Who.Aoi, "小さな画面の下のほう");
        await using var reader = await Arrives(Who.Visitor);
        await reader.Opens(OwnTopics.PathOf(topic));
        await reader.Page.SetViewportSizeAsync(390, 420);
        await reader.Page.EvaluateAsync("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        var before = await Top(reader, "aside.beside");

        await site.Services.Replies(Who.Ren, topic.Number, "上のほうに届きました。");

        var pill = reader.Link("新しい返信が 1 件あります");
        await Assertions.Expect(pill).ToBeInViewportAsync();
        Assert.Equal(before, await Top(reader, "aside.beside"), 1.0);
        await pill.ClickAsync();
        await Assertions.Expect(reader.Post(2)).ToBeInViewportAsync();
        Assert.InRange(await Top(reader, "#post-2"), await Header(reader), 420);
        await Assertions.Expect(pill).ToBeHiddenAsync();
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _09_The_head_of_what_comes_into_a_live_thread_stays_below_the_header()
    {
        var topic = await site.Services.Starts(Who.Aoi, "小さな画面で生中継を見る");
        var thread = new RunLiveThread.Input(topic.Number, true, false, null, null, [], "It is a live evening");
        Assert.True((await site.Services.GetRequiredService<RunLiveThread>().Run(await site.Services.ActorOf(Who.Mia), thread)).Ok);
        await using var follower = await Arrives(Who.Visitor);
        await follower.Opens(OwnTopics.PathOf(topic));
        await follower.Page.Locator("live-topic").EvaluateAsync("end => scrollBy({ top: end.previousElementSibling.getBoundingClientRect().bottom - 180, behavior: 'instant' })");

        await site.Services.Replies(Who.Ren, topic.Number, string.Join("\n\n", Enumerable.Repeat(Long, 5)));

        await Assertions.Expect(follower.Post(2)).ToBeInViewportAsync();
        await Assertions.Expect(follower.Page.Locator("live-topic a")).ToBeHiddenAsync();
        Assert.InRange(await Top(follower, "#post-2"), await Header(follower), 200);
        Assert.Empty(follower.Visitor.Complaints);
    }

    [Theory]
    [InlineData("forum")]
    [InlineData("tag")]
    [InlineData("topic")]
    public async Task _18_The_menu_of_following_stays_inside_the_window(string where)
    {
        await using var reader = await Arrives(Who.Ren);
        await reader.Opens(where switch { "forum" => "/forums/general", "tag" => "/tags/rain", _ => site.Places.QuestionForWriting });

        await reader.Main.Locator("summary:has-text('フォロー：')").ClickAsync();

        var panel = reader.Main.Locator("details[open] > .menu-panel");
        await Assertions.Expect(panel).ToBeInViewportAsync(new() { Ratio = .99f });
        await Assertions.Expect(panel.Locator("[aria-pressed=true]")).ToHaveCountAsync(1);
        Assert.Equal(390, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("reply")]
    [InlineData("topic")]
    public async Task _10_What_sends_a_text_stays_in_sight_below_a_long_preview(string form)
    {
        await using var writer = await site.Arrives(browser, await site.Joins($"phone_{form}"), Words.Japanese);
        await writer.Page.SetViewportSizeAsync(390, 844);
        await writer.Opens(form == "topic" ? "/forums/general/new" : await site.Services.TopicOf(Who.Aoi, "小さな画面で長い返事を見直す") + "?reply=0#reply");
        await Assertions.Expect(writer.Page.Locator("[data-composer]")).ToHaveAttributeAsync("data-island", "");
        await writer.Presses("書きながらプレビュー");

        await writer.Text().FillAsync(string.Join("\n\n", Enumerable.Repeat(Long, 60)));

        var preview = writer.Page.Locator(".composer .preview");
        var send = writer.Button(form == "topic" ? writer.Words.PostTopic : writer.Words.PostReply);
        await Assertions.Expect(preview.Locator("p")).ToHaveCountAsync(60);
        await preview.EvaluateAsync("it => it.scrollIntoView({ block: 'start', behavior: 'instant' })");
        Assert.True(await preview.EvaluateAsync<double>("it => it.getBoundingClientRect().bottom") > 2 * 844);
        await Assertions.Expect(send).ToBeInViewportAsync(new() { Ratio = 1 });
        await send.ClickAsync(new() { Trial = true });
        Assert.Equal(390, await writer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(writer.Visitor.Complaints);
    }

    [Theory]
    [InlineData("forum", 390)]
    [InlineData("topic", 320)]
    public async Task _18_Without_script_the_menu_of_following_stays_inside_the_window(string where, int width)
    {
        await using var reader = await site.Arrives(browser, Who.Ren, Words.Japanese, new() { ViewportSize = new() { Width = width, Height = 844 }, HasTouch = true, JavaScriptEnabled = false });
        await reader.Opens(where == "forum" ? "/forums/general" : site.Places.QuestionForWriting);

        await reader.Main.Locator("summary:has-text('フォロー：')").ClickAsync();

        var panel = await reader.Main.Locator("details[open] > .menu-panel").BoundingBoxAsync();
        Assert.NotNull(panel);
        Assert.InRange(panel.X, 0, width);
        Assert.InRange(panel.X + panel.Width, 0, width);
    }

    [Fact]
    public async Task The_form_for_a_reply_opens_right_below_the_header_and_cuts_nothing_in_half()
    {
        await using var reader = await Arrives(Who.Ren);

        await reader.Opens(site.Places.QuestionForWriting + "?reply=0#reply");

        await Assertions.Expect(reader.Page.Locator("#reply textarea")).ToBeInViewportAsync();
        Assert.InRange(await Top(reader, "#reply") - await Header(reader), -1, 1);
    }

    // Found and measured at once: what comes in meanwhile puts another element in its place, and one that is out of the page is at 0.
    private static Task<double> Top(Person person, string what) => person.Page.EvaluateAsync<double>("what => document.querySelector(what).getBoundingClientRect().top", what);

    private static Task<double> Header(Person person) => person.Page.Locator("header.bar").EvaluateAsync<double>("it => it.getBoundingClientRect().bottom");

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese, new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true });
}
