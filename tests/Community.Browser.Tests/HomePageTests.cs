using Community.Testing;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

public sealed class HomePageTests(Browser browser, RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_home_page_opens_with_its_script()
    {
        await using var visitor = await browser.Visit();

        await visitor.Page.GotoAsync(app.Address);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("'Blazor' in window"));
    }
}
