using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>Each page is seen twice: on a desk and on the narrowest phone, light and dark, in Japanese and English.</summary>
internal static class PageLook
{
    private const double StillEnough = 0.02;

    public static async Task FindsNoFault(string name, Browser browser, SeededSite site, Readers readers)
    {
        var isEven = PageToSee.IndexOf(name) % 2 == 0;

        await Once(name, isEven ? Words.Japanese : Words.English, ColorScheme.Light, isNarrow: false);
        await Once(name, isEven ? Words.English : Words.Japanese, ColorScheme.Dark, isNarrow: true);

        async Task Once(string page, Words words, ColorScheme scheme, bool isNarrow) =>
            await Look(PageToSee.Named(page), site.Places, await readers.Get(browser, site, new(PageToSee.Named(page).Who, words), scheme, isNarrow), isNarrow);
    }

    private static async Task Look(PageToSee page, Places places, Person person, bool isNarrow)
    {
        var answer = await person.Opens(page.Path(places));
        // Before anything is done: what an act brings counts as moving where its answer takes long.
        Assert.True(await person.Page.LayoutShift() <= StillEnough, "The page moves while it comes.");
        if (page.First is { } first)
            await first(person);

        Assert.Equal(page.Status, answer!.Status);
        Assert.Equal(person.Words.Language, await person.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await person.Page.Locator("h1").CountAsync());
        Assert.NotEqual("", await person.Page.TitleAsync());
        Assert.Empty(await person.Page.Faults());
        if (!isNarrow)
            await person.Page.SetViewportSizeAsync(Readers.Phone.Width, Readers.Phone.Height);
        Assert.Empty(await person.Page.TooWide());
        Assert.Empty(person.Visitor.TakeComplaints());
    }
}
