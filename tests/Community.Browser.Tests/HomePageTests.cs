using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

public sealed class HomePageTests(Browser browser, SeededSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_framework_s_script_comes_to_members_only(bool isMember)
    {
        await using var person = await site.Arrives(browser, isMember ? Who.Ren : Who.Visitor, Words.English);

        await person.Opens("/");

        await Assertions.Expect(person.Heading).ToBeVisibleAsync();
        Assert.Equal(isMember, await person.Page.EvaluateAsync<bool>("'Blazor' in window"));
        Assert.Empty(person.Visitor.Complaints);
    }
}
