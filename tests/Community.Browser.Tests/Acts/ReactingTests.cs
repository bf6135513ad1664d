using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>The heart is at hand, the other reactions one step away.</summary>
public sealed class ReactingTests(Browser browser, SeededSite site)
{
    private const string Wow = "すごい";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reaction_is_chosen_from_the_palette_and_taken_back(bool hasScript)
    {
        await using var person = await site.Arrives(browser, hasScript ? Who.Ren : Who.Mio, Words.Japanese, new() { JavaScriptEnabled = hasScript });
        await person.Opens(site.Places.QuestionForWriting);
        var post = person.Post(1);

        await Palette(post).ClickAsync();
        await post.Locator(".palette").GetByRole(AriaRole.Button, new() { Name = Wow }).ClickAsync();

        var given = post.GetByRole(AriaRole.Button, new() { Name = Wow, Pressed = true }).First;
        await Assertions.Expect(given).ToBeVisibleAsync();
        await Assertions.Expect(post.Locator(".palette")).ToHaveCountAsync(0);

        await Palette(post).ClickAsync();
        await post.Locator(".palette").GetByRole(AriaRole.Button, new() { Name = Wow, Pressed = true }).ClickAsync();

        await Assertions.Expect(post.GetByRole(AriaRole.Button, new() { Name = Wow, Pressed = true })).ToHaveCountAsync(0);
        Assert.Empty(person.Visitor.Complaints);
    }

    [Fact]
    public async Task The_palette_opens_and_closes_by_the_keyboard_without_another_page()
    {
        await using var person = await site.Arrives(browser, Who.Ren, Words.Japanese);
        await person.Opens(site.Places.QuestionForWriting);
        var pages = 0;
        person.Page.Request += (_, request) => pages += request.Url.Contains("react=", StringComparison.Ordinal) ? 1 : 0;

        await Palette(person.Post(1)).FocusAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Post(1).Locator(".palette")).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(person.Post(1).Locator(".palette")).ToBeHiddenAsync();
        Assert.Equal(0, pages);
        Assert.Empty(person.Visitor.Complaints);
    }

    private static ILocator Palette(ILocator post) => post.GetByLabel("1 番の投稿にリアクションする");
}
