using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Forums;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Live;

/// <summary>Who writes hears at once that it will not be taken.</summary>
public sealed class ClosingTests(Browser browser, SeededSite site)
{
    private const string Text = "締め切りの前に書きはじめた返信です。";

    [Fact]
    public async Task _02_Who_writes_is_told_when_the_topic_closes_and_once_more_by_nobody()
    {
        const string closed = "この話題は返信の受付を終了しました。";
        var topic = await site.Services.Starts(Who.Aoi, "まもなく締め切る話題です");
        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese);
        await ren.Opens(OwnTopics.PathOf(topic) + "?reply=0#reply");
        await ren.Types(ren.Words.Text, Text);

        Assert.True((await site.Services.GetRequiredService<LockTopic>().Run(await site.Services.ActorOf(Who.Mia), new LockTopic.Input(topic.Number, true, "It is enough"))).Ok);

        await Assertions.Expect(ren.Main.GetByText(closed)).ToBeVisibleAsync();
        await Assertions.Expect(ren.Field(ren.Words.Text)).ToHaveValueAsync(Text);
        await ren.Presses(ren.Words.PostReply);
        await Assertions.Expect(ren.Field(ren.Words.Text)).ToHaveValueAsync(Text);
        await Assertions.Expect(ren.Main.GetByText(closed)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task _09_Who_writes_is_told_when_only_hosts_may()
    {
        var topic = await site.Services.Starts(Who.Aoi, "途中からホストだけになる夜");
        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese);
        await ren.Opens(OwnTopics.PathOf(topic) + "?reply=0#reply");
        await ren.Types(ren.Words.Text, Text);

        var thread = new RunLiveThread.Input(topic.Number, true, true, 60, null, [], "Only the hosts now");
        Assert.True((await site.Services.GetRequiredService<RunLiveThread>().Run(await site.Services.ActorOf(Who.Mia), thread)).Ok);

        await Assertions.Expect(ren.Main.GetByText("いま投稿できるのはホストとモデレーターだけです")).ToBeVisibleAsync();
        await Assertions.Expect(ren.Field(ren.Words.Text)).ToHaveValueAsync(Text);
        await ren.Opens(OwnTopics.PathOf(topic) + "?page=1");
        await Assertions.Expect(ren.Post(1)).ToBeVisibleAsync();
        await Assertions.Expect(ren.Main.GetByText("いま投稿できるのはホストとモデレーターだけです")).ToBeVisibleAsync();
        await Assertions.Expect(ren.Main.GetByText("スローモード")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task _09_Of_slow_mode_those_are_told_whom_it_holds_back()
    {
        var topic = await site.Services.Starts(Who.Aoi, "司会だけはすぐに話せる夜");
        var thread = new RunLiveThread.Input(topic.Number, true, false, 600, null, [Seed.HandleOf(Who.Ren)], "A slow evening");
        Assert.True((await site.Services.GetRequiredService<RunLiveThread>().Run(await site.Services.ActorOf(Who.Mia), thread)).Ok);
        await using var aoi = await site.Arrives(browser, Who.Aoi, Words.Japanese);
        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese);

        await aoi.Opens(OwnTopics.PathOf(topic) + "?page=1");
        await ren.Opens(OwnTopics.PathOf(topic) + "?page=1");

        await Assertions.Expect(aoi.Main.GetByText("スローモード")).ToBeVisibleAsync();
        await Assertions.Expect(ren.Link(ren.Words.WriteReply)).ToBeVisibleAsync();
        await Assertions.Expect(ren.Main.GetByText("スローモード")).ToHaveCountAsync(0);
        // Seen before they wrote anything.
        await Assertions.Expect(aoi.Page.Locator("[data-part=facts]")).ToContainTextAsync("ホスト");
    }
}
