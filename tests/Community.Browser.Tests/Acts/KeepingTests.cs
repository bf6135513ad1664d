using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>What somebody keeps, and what they want to hear no more of; numbered like the behaviours that were asked for.</summary>
public sealed class KeepingTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _17_and_18_A_post_is_kept_and_a_topic_muted_without_leaving_them()
    {
        var (_, topic) = await site.Begins("古い羅針盤の直し方を教えて");
        await using var reader = await Arrives(Who.Ren);
        await reader.Opens(topic);

        await reader.Post(1).Locator("details.menu > summary.icon-only").ClickAsync();
        await reader.Post(1).Locator("a[href$='/bookmark']").ClickAsync();
        await reader.Page.Locator("textarea[name=note]").FillAsync("冬に直す");
        await reader.Main.Locator("form .btn.main").ClickAsync();
        await Assertions.Expect(reader.Post(1).Locator("a.kept")).ToBeVisibleAsync();
        await reader.Opens("/me/bookmarks");
        await Assertions.Expect(reader.Main).ToContainTextAsync("冬に直す");

        await reader.Opens(topic + "?page=1");
        await reader.Page.Locator("aside details.menu > summary").ClickAsync();
        await reader.Page.Locator("aside button[formaction$='/muted']").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("aside button[formaction$='/muted']")).ToHaveAttributeAsync("aria-pressed", "true");
        await reader.Opens("/forums/general");
        await Assertions.Expect(reader.Main.GetByText("古い羅針盤の直し方を教えて")).ToHaveCountAsync(0);
        await reader.Opens("/me/follows?level=muted");
        await Assertions.Expect(reader.Main).ToContainTextAsync("古い羅針盤の直し方を教えて");
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _18_A_muted_forum_is_brought_back_from_below_the_list()
    {
        await using var reader = await site.Arrives(browser, await site.Joins("sango"), Words.Japanese);
        await reader.Opens("/forums/general");
        await reader.Page.Locator(".head details.menu > summary").ClickAsync();
        await reader.Page.Locator(".head button[formaction$='/muted']").ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".head button[formaction$='/muted']")).ToHaveAttributeAsync("aria-pressed", "true");

        await reader.Opens("/forums");
        await Assertions.Expect(reader.Page.Locator(".forum-row a[href='/forums/general']")).ToHaveCountAsync(0);
        await reader.Page.Locator(".muted-forums > summary").ClickAsync();
        await reader.Page.Locator(".muted-forums button").ClickAsync();

        await Assertions.Expect(reader.Page.Locator(".forum-row a[href='/forums/general']")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Page.Locator(".muted-forums")).ToHaveCountAsync(0);
        Assert.Empty(reader.Visitor.Complaints);
    }

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese);
}
