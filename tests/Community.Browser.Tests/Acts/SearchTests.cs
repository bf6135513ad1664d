using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Browser.Tests.Writing;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>Finding something, with a pointer, with the keyboard alone, and without script.</summary>
public sealed class SearchTests(Browser browser, SeededSite site)
{
    private const string JapaneseField = "コミュニティ内を検索";

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
        await visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = JapaneseField }).FillAsync("山小屋");
        await visitor.Presses("検索する");

        await Assertions.Expect(visitor.Page.Locator(".hit mark").First).ToHaveTextAsync("山小屋");
        await visitor.Page.Locator(".hit").GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(visitor.Heading).ToHaveTextAsync(title);
        Assert.Empty(visitor.Visitor.Complaints);
    }

    private static ViewportSize Phone => new() { Width = 390, Height = 800 };
}
