using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Browser.Tests.Writing;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

public sealed class OfferedDraftTests(Browser browser, SeededSite site)
{
    private const string Found = "書きかけの下書きがあります";

    [Fact]
    public async Task _11_Typing_over_a_draft_that_is_offered_is_asked_about_once()
    {
        const string earlier = "先週、途中まで書いてあった返信です。";
        const string now = "やはり新しく書き直すことにしました。";
        var topic = await site.Topic("書き直したくなるのはどんなときですか", "前に書いたものが残っていることがあります。");
        await using var person = await site.Arrives(browser, Who.Kai, Words.Japanese);
        await person.Opens(topic + "?reply=0");
        await person.Types(person.Words.Text, earlier);
        await Assertions.Expect(person.Main.GetByText("下書きを保存しました")).ToBeVisibleAsync();
        await person.Opens(topic + "?reply=0");
        await Assertions.Expect(person.Main.GetByText(Found)).ToBeVisibleAsync();

        await person.Types(person.Words.Text, now);

        var choice = person.Main.Locator("[data-draft-choice]");
        await Assertions.Expect(choice).ToContainTextAsync("置き換えますか");
        await Assertions.Expect(choice).ToContainTextAsync(earlier);
        await Assertions.Expect(person.Main.GetByText(Found)).ToBeHiddenAsync();
        await Assertions.Expect(person.Main.GetByText("ほかの画面で保存")).ToHaveCountAsync(0);
        await person.Presses("もう一方を使う");
        await Assertions.Expect(person.Field(person.Words.Text)).ToHaveValueAsync(earlier);
        await Assertions.Expect(person.Main.GetByText(Found)).ToBeHiddenAsync();
    }
}
