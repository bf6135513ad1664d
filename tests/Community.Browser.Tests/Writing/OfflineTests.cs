using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Writing;

/// <summary>Without a connection nobody is left to wonder what became of what they pressed.</summary>
public sealed class OfflineTests(Browser browser, SeededSite site)
{
    private const string Unsent = "オフラインです。何も送信されていません。書いた文章は残っています。";
    private const string Again = "もう一度試す";

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

    private static List<string> Faults(Person person)
    {
        var faults = new List<string>();
        person.Page.PageError += (_, fault) => faults.Add(fault);
        return faults;
    }

    private static ILocator Line(Person person) => person.Page.Locator("#connection");

    private static ILocator Notice(Person person) => person.Main.GetByText(Unsent);
}
