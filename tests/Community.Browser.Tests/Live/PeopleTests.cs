using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Live;

public sealed class PeopleTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _03_Readers_see_who_is_here_and_who_writes_until_they_stop_or_leave()
    {
        var topic = await site.Services.TopicOf(Who.Aoi, "焚き火のそばで話したいこと");
        await using var reader = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        await using var ren = await site.Arrives(browser, Who.Ren, Words.Japanese);
        await using var mia = await site.Arrives(browser, Who.Mia, Words.Japanese);
        await reader.Opens(topic);
        await ren.Opens($"{topic}?reply=0#reply");
        await mia.Opens(topic);
        await Assertions.Expect(People(reader)).ToContainTextAsync("いま読んでいる人");

        await ren.Field(ren.Words.Text).PressSequentiallyAsync("火の番は");

        await Assertions.Expect(Writing(reader)).ToContainTextAsync("入力中");
        await Assertions.Expect(Writing(mia)).ToContainTextAsync("入力中");
        await Assertions.Expect(Writing(ren)).ToHaveCountAsync(0);
        await Assertions.Expect(Writing(reader)).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await ren.Opens("/");
        await mia.Opens("/");
        await Assertions.Expect(People(reader)).Not.ToContainTextAsync("いま読んでいる人");
        Assert.Empty(reader.Visitor.Complaints.Concat(ren.Visitor.Complaints));
    }

    private static ILocator People(Person person) => person.Page.Locator(".people-now");

    private static ILocator Writing(Person person) => person.Page.Locator(".people-now .writing");
}
