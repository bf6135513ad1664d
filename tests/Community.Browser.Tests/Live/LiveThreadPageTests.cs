using System.Text.RegularExpressions;
using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Forums;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Live;

public sealed class LiveThreadPageTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _09_Who_is_at_the_end_of_a_live_thread_stays_there_and_who_reads_above_is_not_moved()
    {
        var (number, path) = await Thread("灯台からの生中継を見守る夜");
        await site.Services.Replies(Who.Ren, number, "もうすぐ始まります。");
        await using var follower = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        await using var reader = await site.Arrives(browser, Who.Aoi, Words.Japanese);
        await follower.Opens(path);
        await reader.Opens(path + "?page=1");
        await follower.Page.Locator("live-topic").EvaluateAsync("end => scrollBy({ top: end.previousElementSibling.getBoundingClientRect().bottom - innerHeight + 40, behavior: 'instant' })");
        var before = await Top(reader);

        for (var n = 3; n <= 24; n++)
            await site.Services.Replies(Who.Ren, number, $"ただいま {n} 番目の灯りがつきました。");

        await Assertions.Expect(follower.Post(24)).ToBeInViewportAsync();
        await Assertions.Expect(follower.Page.Locator("live-topic a")).ToBeHiddenAsync();
        await Assertions.Expect(follower.Page.Locator("article.post")).ToHaveCountAsync(24);
        await Assertions.Expect(reader.Post(24)).ToBeAttachedAsync();
        Assert.Equal(before, await Top(reader));
        Assert.Empty(follower.Visitor.Complaints.Concat(reader.Visitor.Complaints));
    }

    [Fact]
    public async Task _09_In_slow_mode_the_button_counts_down_and_a_refused_text_stays()
    {
        var (number, path) = await Thread("ゆっくり話す夜の集い", slow: 600);
        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese);
        await ren.Opens($"{path}?reply=0#reply");
        await ren.Types(ren.Words.Text, "まだ話したいことがあります。");
        await site.Services.Replies(Who.Ren, number, "別の画面から先に送った返信です。");

        await ren.Presses(ren.Words.PostReply);

        await Assertions.Expect(ren.Main.GetByText("スローモード").First).ToBeVisibleAsync();
        await Assertions.Expect(ren.Field(ren.Words.Text)).ToHaveValueAsync("まだ話したいことがあります。");
        var button = ren.Page.Locator("#reply button[value=post]");
        await Assertions.Expect(button).ToHaveTextAsync(new Regex(@"\(\d+:\d\d\)$"));
        await Assertions.Expect(button).ToBeDisabledAsync();
        await Assertions.Expect(ren.Main.GetByText("後にまた投稿できます")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task _09_A_moderator_starts_a_live_thread_with_a_host_whom_everybody_sees()
    {
        var topic = await site.Services.Starts(Who.Aoi, "今夜の進行はだれですか");
        await site.Services.Replies(Who.Ren, topic.Number, "わたしが進行します。");
        await using var reader = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        await using var mia = await site.Arrives(browser, Who.Mia, Words.Japanese);
        await reader.Opens(OwnTopics.PathOf(topic));
        await mia.Opens($"/t/{topic.Number}/live");

        await mia.Page.GetByLabel("この話題をライブスレッドにする").CheckAsync();
        await mia.Page.GetByLabel("投稿できるのはホストとモデレーターだけにする").CheckAsync();
        await mia.Page.Locator("#hosts").FillAsync(Seed.HandleOf(Who.Ren));
        await mia.Page.Locator("#live-reason").FillAsync("生中継をするため");
        await mia.Page.Locator("form[action$='/live'] button").ClickAsync();

        await Assertions.Expect(mia.Post(2).Locator(".who")).ToContainTextAsync("ホスト");
        await Assertions.Expect(mia.Page.Locator("[data-part=facts]")).ToContainTextAsync("ホスト");
        await reader.Opens(OwnTopics.PathOf(topic));
        await Assertions.Expect(reader.Post(2).Locator(".who")).ToContainTextAsync("ホスト");
        await Assertions.Expect(reader.Link("ライブ・最新の投稿へ")).ToBeVisibleAsync();
        await mia.Opens($"/t/{topic.Number}/live");
        var now = mia.Page.GetByRole(AriaRole.Region, new() { Name = "現在の状態" });
        await Assertions.Expect(now).ToContainTextAsync("ライブ中");
        await Assertions.Expect(now).ToContainTextAsync("ホストとモデレーターのみ");
        await Assertions.Expect(now).ToContainTextAsync("@" + Seed.HandleOf(Who.Ren));
    }

    private async Task<(long Number, string Path)> Thread(string title, int? slow = null)
    {
        var topic = await site.Services.Starts(Who.Aoi, title);
        var thread = new RunLiveThread.Input(topic.Number, true, false, slow, null, [], "It is a live evening");
        Assert.True((await site.Services.GetRequiredService<RunLiveThread>().Run(await site.Services.ActorOf(Who.Mia), thread)).Ok);
        return (topic.Number, OwnTopics.PathOf(topic));
    }

    private static Task<double> Top(Person reader) => reader.Page.EvaluateAsync<double>("document.querySelector('#post-1').getBoundingClientRect().top");
}
