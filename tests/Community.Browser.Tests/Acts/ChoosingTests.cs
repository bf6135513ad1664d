using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>The switches for language and theme at the foot of every page.</summary>
public sealed class ChoosingTests(Browser browser, SeededSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_changes_language_and_theme_and_stays_on_the_page(bool hasScript)
    {
        await using var visitor = await site.Arrives(browser, Who.Visitor, Words.Japanese, new() { JavaScriptEnabled = hasScript, ColorScheme = ColorScheme.Light });
        await visitor.Opens(site.Places.LongTopic + "?page=2");

        await visitor.Follows("English");
        await Assertions.Expect(Html(visitor)).ToHaveAttributeAsync("lang", "en");
        await visitor.Follows("Dark");
        await Assertions.Expect(Html(visitor)).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(visitor.Link("Dark")).ToHaveAttributeAsync("aria-current", "true");
        Assert.EndsWith("?page=2", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Opens("/forums");
        await Assertions.Expect(visitor.Heading).ToHaveTextAsync("Forums");
        await Assertions.Expect(Html(visitor)).ToHaveAttributeAsync("data-theme", "dark");

        await visitor.Follows("日本語");
        await visitor.Follows("自動");
        await Assertions.Expect(visitor.Heading).ToHaveTextAsync("フォーラム");
        Assert.Null(await Html(visitor).GetAttributeAsync("data-theme"));
        Assert.Empty(visitor.Visitor.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_member_finds_the_choice_again_in_another_browser(bool hasScript)
    {
        var who = hasScript ? Who.Emi : Who.Jun;
        await using (var here = await site.Arrives(browser, who, Words.Japanese, new() { JavaScriptEnabled = hasScript }))
        {
            await here.Opens("/forums");
            await here.Follows("English");
            await Assertions.Expect(here.Heading).ToHaveTextAsync("Forums");
            await here.Follows("Dark");
            await Assertions.Expect(Html(here)).ToHaveAttributeAsync("data-theme", "dark");
            Assert.Empty(here.Visitor.Complaints);
        }

        await using var there = await site.Arrives(browser, who, Words.Japanese);
        await there.Opens("/forums");
        await Assertions.Expect(there.Heading).ToHaveTextAsync("Forums");
        await Assertions.Expect(Html(there)).ToHaveAttributeAsync("data-theme", "dark");
    }

    private static ILocator Html(Person person) => person.Page.Locator("html");
}
