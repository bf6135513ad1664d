using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Browser.Tests.Writing;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>Finding something, with a pointer, with the keyboard alone, and without script.</summary>
public sealed class SearchTests(Browser browser, SeededSite site)
{
    private const string JapaneseField = "コミュニティ内を検索";
    private const string EnglishField = "Search this community";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_with_a_phone_finds_a_topic_with_or_without_script(bool hasScript)
    {
        var title = hasScript ? "山小屋の鍵はどこで借りますか" : "山小屋の水はどこで汲みますか";
        await site.Topic(title, title + "。麓の売店が閉まっていて、聞く人がいませんでした。");
        await using var visitor = await site.Arrives(browser, Who.Visitor, Words.Japanese, new() { ViewportSize = Phone, JavaScriptEnabled = hasScript });
        await visitor.Opens("/forums");

        await visitor.Follows("検索");
        await visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = JapaneseField }).Or(visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = JapaneseField })).FillAsync("山小屋");
        await visitor.Presses("検索する");

        await Assertions.Expect(visitor.Page.Locator(".hit mark").First).ToHaveTextAsync("山小屋");
        await visitor.Page.Locator(".hit").GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(visitor.Heading).ToHaveTextAsync(title);
        Assert.Empty(visitor.Visitor.Complaints);
    }

    [Fact]
    public async Task The_slash_key_arrows_and_Enter_lead_to_a_suggestion()
    {
        await site.Topic("Where to leave a canoe overnight?", "The jetty is full every Friday evening.");
        await using var reader = await site.Arrives(browser, Who.Ren, Words.English);
        await reader.Opens("/forums");
        var field = reader.Page.GetByLabel(EnglishField);

        // What hears the key may still be on its way.
        do
            await reader.Page.Keyboard.PressAsync("/");
        while (!await field.EvaluateAsync<bool>("field => document.activeElement === field"));
        await reader.Page.Keyboard.TypeAsync("canoe");

        var first = reader.Page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(first).ToContainTextAsync("Where to leave a canoe overnight?");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.Empty(await reader.Page.Faults());
        await reader.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(field).ToHaveValueAsync("canoe");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(1);
        await reader.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(reader.Heading).ToHaveTextAsync("Where to leave a canoe overnight?");
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task Suggestions_are_asked_for_once_typing_pauses_and_not_while_an_input_method_composes()
    {
        await using var reader = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        await reader.Opens("/search");
        var asked = new List<string>();
        reader.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/search/suggest", StringComparison.Ordinal))
                asked.Add(Uri.UnescapeDataString(request.Url));
        };
        // Whoever types slowly is asked for the beginning as well.
        var answered = reader.Page.WaitForResponseAsync(response => response.Url.EndsWith("q=rain", StringComparison.Ordinal));
        await reader.Page.Keyboard.TypeAsync("rain");
        await answered;
        asked.Clear();

        // What an input method is still composing is no word yet.
        await reader.Page.EvaluateAsync("""
            () => {
              const field = document.activeElement;
              field.value = 'あm';
              field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
            }
            """);
        answered = reader.Page.WaitForResponseAsync(response => response.Url.Contains("/search/suggest", StringComparison.Ordinal));
        await reader.Page.EvaluateAsync("""
            () => {
              const field = document.activeElement;
              field.value = '雨';
              field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
            }
            """);
        await answered;

        Assert.Equal("雨", Assert.Single(asked).Split("q=")[1]);
    }

    [Fact]
    public async Task A_topic_like_the_title_is_offered_beside_the_form_and_nothing_typed_is_lost()
    {
        await site.Topic("提灯の電池は何時間もちますか", "夜の行事で使う予定です。冬でも朝までもちますか。");
        await using var writer = await site.Arrives(browser, await site.Joins("chochin"), Words.Japanese);
        await writer.Opens("/forums/general/new");
        await writer.Types(writer.Words.Text, "昨日買った提灯が一時間で消えました。");

        await writer.Field(writer.Words.Title).PressSequentiallyAsync("提灯の電池");

        var offered = writer.Page.Locator("[data-similar]").GetByRole(AriaRole.Link, new() { Name = "提灯の電池は何時間もちますか" });
        await Assertions.Expect(offered).ToBeVisibleAsync();
        await Assertions.Expect(writer.Page.Locator("[data-similar] [role=status]")).ToContainTextAsync("答えがありそうな話題");
        Assert.Empty(await writer.Page.Faults());
        var opened = await writer.Page.RunAndWaitForPopupAsync(() => offered.ClickAsync());
        await Assertions.Expect(opened.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("提灯の電池は何時間もちますか");
        await Assertions.Expect(writer.Field(writer.Words.Title)).ToHaveValueAsync("提灯の電池");
        await Assertions.Expect(writer.Field(writer.Words.Text)).ToHaveValueAsync("昨日買った提灯が一時間で消えました。");
        Assert.Empty(writer.Visitor.Complaints);
    }

    private static ViewportSize Phone => new() { Width = 390, Height = 800 };
}
