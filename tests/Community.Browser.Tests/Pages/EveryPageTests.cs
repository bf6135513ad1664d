using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>Each page is seen twice: on a desk and on the narrowest phone, light and dark, in Japanese and English.</summary>
public sealed class EveryPageTests(Browser browser, SeededSite site, Readers readers) : IClassFixture<Readers>
{
    private const double StillEnough = 0.02;

    public static IEnumerable<TheoryDataRow<string>> Pages => PageToSee.Names;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_without_fault_in_both_themes_and_both_languages(string name)
    {
        var isEven = PageToSee.IndexOf(name) % 2 == 0;

        await Look(name, isEven ? Words.Japanese : Words.English, ColorScheme.Light, isNarrow: false);
        await Look(name, isEven ? Words.English : Words.Japanese, ColorScheme.Dark, isNarrow: true);
    }

    private async Task Look(string name, Words words, ColorScheme scheme, bool isNarrow)
    {
        var page = PageToSee.Named(name);
        var person = await readers.Get(browser, site, new(page.Who, words, scheme, isNarrow));

        var answer = await person.Opens(page.Path(site.Places));
        if (page.First is { } first)
            await first(person);

        Assert.Equal(page.Status, answer!.Status);
        Assert.Equal(words.Language, await person.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await person.Page.Locator("h1").CountAsync());
        Assert.NotEqual("", await person.Page.TitleAsync());
        Assert.True(await person.Page.LayoutShift() <= StillEnough, "The page moves while it comes.");
        Assert.Empty(await person.Page.Faults());
        if (!isNarrow)
            await person.Page.SetViewportSizeAsync(Readers.Phone.Width, Readers.Phone.Height);
        Assert.Empty(await person.Page.TooWide());
        Assert.Empty(person.Visitor.TakeComplaints());
    }
}
