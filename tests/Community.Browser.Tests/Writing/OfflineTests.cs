using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>Without a connection nobody is left to wonder what became of what they pressed.</summary>
public sealed class OfflineTests(Browser browser, SeededSite site)
{
    private const string Unsent = "オフラインです。何も送信されていません。書いた文章は残っています。";
    private const string Again = "もう一度試す";
    private const string Stream = "**/live/stream**";
    private const string Watches = "import('/_content/Community.Assets/js/connection.js').then(() => {})";

    [Fact]
    public async Task _11_Offline_what_is_pressed_says_that_nothing_was_sent_and_once_connected_it_is()
    {
        const string text = "橋の上で書いて、渡りきってから送りました。";
        await using var person = await site.Arrives(browser, Who.Ren, Words.Japanese);
        var faults = Faults(person);
        await person.Writes(await site.Topic("電波の届かない橋のこと", "あの橋の上ではいつも切れてしまいます。"), text);
        await person.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(Line(person)).ToHaveTextAsync("接続されていません");

        await person.Presses(person.Words.PostReply);

        await Assertions.Expect(Notice(person)).ToHaveCountAsync(1);
        await Assertions.Expect(person.Button(person.Words.PostReply)).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(person.Text()).ToHaveValueAsync(text);
        await person.Presses(Again);
        await Assertions.Expect(Notice(person)).ToBeVisibleAsync();
        await Assertions.Expect(person.Text()).ToHaveValueAsync(text);
        await person.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Line(person)).ToBeEmptyAsync();
        await Assertions.Expect(Notice(person)).ToHaveCountAsync(0);
        await person.Presses(person.Words.PostReply);
        await Assertions.Expect(person.Post(2)).ToContainTextAsync(text);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task _11_Offline_a_reaction_and_a_way_to_another_page_say_it_too()
    {
        await using var person = await site.Arrives(browser, Who.Ren, Words.Japanese);
        var faults = Faults(person);
        await person.Opens(await site.Topic("トンネルの中で読むとき", "長いトンネルの中で読むことがあります。"));
        await Assertions.Expect(person.Page.Locator("#connection")).ToHaveCountAsync(1);
        var page = person.Page.Url;
        await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await person.Page.Context.SetOfflineAsync(true);

        await person.Post(1).Locator("button[formaction*='/react']").First.ClickAsync();
        await Assertions.Expect(person.Post(1).GetByText(Unsent)).ToBeVisibleAsync();
        await person.Follows(person.Words.WriteReply);
        await Assertions.Expect(Notice(person)).ToHaveCountAsync(1);
        await Assertions.Expect(person.Post(1).GetByText(Unsent)).ToHaveCountAsync(0);
        await person.Presses(Again);
        await Assertions.Expect(Notice(person)).ToHaveCountAsync(1);

        Assert.Equal(page, person.Page.Url);
        await person.Page.Context.SetOfflineAsync(false);
        await person.Follows(person.Words.WriteReply);
        await Assertions.Expect(person.Text()).ToBeVisibleAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task _04_A_stream_that_is_lost_for_long_is_told_until_it_is_back()
    {
        await using var person = await site.Arrives(browser, Who.Aoi, Words.Japanese);
        await StandsStill(person);
        await person.Page.RouteAsync(Stream, Refuse);

        await person.Opens(await site.Topic("夜明けの放送を聞く人へ", "途中で音が途切れることがあります。"));
        await IsLost(person);
        await person.Page.EvaluateAsync(Watches);

        await person.Page.Clock.RunForAsync(5000);
        await Assertions.Expect(Line(person)).ToBeEmptyAsync();
        await person.Page.Clock.RunForAsync(3000);
        await Assertions.Expect(Line(person)).ToHaveTextAsync("接続されていません");
        await person.Page.UnrouteAsync(Stream, Refuse);
        await person.Page.Clock.RunForAsync(5000);
        await person.Page.Clock.ResumeAsync();
        await Assertions.Expect(Line(person)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task _04_A_stream_that_was_lost_before_anything_watched_is_told_too()
    {
        var watched = new TaskCompletionSource();
        await using var person = await site.Arrives(browser, Who.Aoi, Words.Japanese);
        await StandsStill(person);
        await person.Page.RouteAsync(Stream, Refuse);
        await person.Page.RouteAsync("**/js/connection*.js", async route =>
        {
            await watched.Task;
            await route.ContinueAsync();
        });
        await person.Opens(await site.Topic("夜更けの放送を聞く人へ", "始まる前に音が途切れることがあります。"));
        await IsLost(person);

        watched.SetResult();
        await person.Page.EvaluateAsync(Watches);
        await person.Page.Clock.RunForAsync(8000);

        await Assertions.Expect(Line(person)).ToHaveTextAsync("接続されていません");
    }

    private static Task Refuse(IRoute route) => route.FulfillAsync(new() { Status = 503 });

    // What the machine does meanwhile takes none of the page's time.
    private static async Task StandsStill(Person person)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await person.Page.Clock.InstallAsync(new() { TimeDate = now });
        await person.Page.Clock.PauseAtAsync(now.AddSeconds(1));
    }

    private static Task IsLost(Person person) => Assertions.Expect(person.Page.Locator("live-topic")).ToHaveAttributeAsync("data-lost", "");

    private static List<string> Faults(Person person)
    {
        var faults = new List<string>();
        person.Page.PageError += (_, fault) => faults.Add(fault);
        return faults;
    }

    private static ILocator Line(Person person) => person.Page.Locator("#connection");

    private static ILocator Notice(Person person) => person.Main.GetByText(Unsent);
}
