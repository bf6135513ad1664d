using Community.Browser.Tests.People;
using Community.Testing;
using Community.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

/// <summary>A community's first day, from the link on the console to the first thing that a moderator has to do.</summary>
public sealed class StoryTests(Browser browser)
{
    private const string Title = "雨の日はどう過ごしていますか";
    private const string Opening = "今週はずっと雨の予報です。みなさんの雨の日の楽しみ方を教えてください。";
    private const string Better = "今週も来週もずっと雨の予報です。家の中でできる、みなさんの雨の日の楽しみ方をぜひ教えてください。";

    private readonly MovingClock _clock = new();

    [Fact]
    public async Task A_community_opens_and_people_talk_in_it()
    {
        await using var app = new RunningApp { Adapt = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };
        await app.InitializeAsync();
        await using var owner = await Arrives(app);
        await using var sakura = await Arrives(app);
        await using var reader = await Arrives(app, hasScript: false);

        await SetsUp(owner, app.Services.GetRequiredService<Announcement>().SetupAddress!);

        await sakura.Registers("sakura", "sakura@example.com", "さくら");
        await sakura.ConfirmsAndSignsIn(new Mailbox(Path.Combine(app.DataDirectory, "mail")), "sakura@example.com");
        await sakura.StartsTopic("general", Title, Opening);
        var topic = new Uri(sakura.Page.Url).AbsolutePath;

        await reader.Opens(topic);
        await Assertions.Expect(reader.Heading).ToHaveTextAsync(Title);
        await Assertions.Expect(reader.Post(1)).ToContainTextAsync(Opening);
        await Assertions.Expect(reader.Post(1)).ToContainTextAsync("さくら");
        await Assertions.Expect(reader.Page.Locator("form[method=post]")).ToHaveCountAsync(0);

        await owner.Opens(topic);
        await owner.Replies("窓ぎわでお茶を飲みながら、たまった写真を整理しています。", 2);
        _clock.Pass(TimeSpan.FromMinutes(1));
        await owner.Replies("もう一つ。雨の音を聞きながらの昼寝もおすすめです。", 3);
        await reader.Page.ReloadAsync();
        await Assertions.Expect(reader.Post(2)).ToContainTextAsync("#2");
        await Assertions.Expect(reader.Post(3)).ToContainTextAsync("昼寝もおすすめ");

        _clock.Pass(TimeSpan.FromMinutes(30));
        await sakura.Opens(topic);
        await sakura.Edits(1, Better);
        await sakura.Post(1).GetByRole(AriaRole.Link, new() { Name = sakura.Words.Edited }).ClickAsync();
        await Assertions.Expect(sakura.Main.GetByRole(AriaRole.Insertion).First).ToBeVisibleAsync();
        await Assertions.Expect(sakura.Main).ToContainTextAsync("家の中でできる");

        await owner.Opens(topic);
        await owner.Moderates(3, owner.Words.Hide, "話題から外れているため");
        await reader.Opens(topic);
        await Assertions.Expect(reader.Post(3)).ToContainTextAsync("非表示");
        await Assertions.Expect(reader.Main).Not.ToContainTextAsync("昼寝もおすすめ");

        await owner.Opens(topic);
        await owner.Moderates(3, owner.Words.Restore, "確認のうえ、元に戻します");
        await reader.Opens(topic);
        await Assertions.Expect(reader.Post(3)).ToContainTextAsync("昼寝もおすすめ");

        await owner.Opens("/moderation/log");
        await Assertions.Expect(owner.Main).ToContainTextAsync("話題から外れているため");
        await Assertions.Expect(owner.Main).ToContainTextAsync("確認のうえ、元に戻します");
        Assert.Empty(owner.Visitor.Complaints.Concat(sakura.Visitor.Complaints).Concat(reader.Visitor.Complaints));
    }

    private static async Task SetsUp(Person owner, string link)
    {
        await owner.Opens(link);
        // Closed to the table of all pages, which are of a community that is set up.
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await owner.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await owner.Page.Faults());
        }

        await owner.Types("名前", "やまびこ");
        await owner.Field("言語").SelectOptionAsync("日本語");
        await owner.Field("タイムゾーン").SelectOptionAsync("Asia/Tokyo");
        await owner.Types(owner.Words.UserName, "haru");
        await owner.Types(owner.Words.Email, "haru@example.com");
        await owner.Types(owner.Words.Password, Person.Password);
        await owner.Presses("始める");

        await Assertions.Expect(owner.Heading).ToHaveTextAsync("やまびこ");
        await Assertions.Expect(owner.Page.GetByLabel(owner.Words.MenuOf("haru"))).ToBeVisibleAsync();
    }

    private async Task<Person> Arrives(RunningApp app, bool hasScript = true) =>
        new(await browser.Visit(new() { Locale = Words.Japanese.Locale, JavaScriptEnabled = hasScript }), app.Address, Words.Japanese);
}
