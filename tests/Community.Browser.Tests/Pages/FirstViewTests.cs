using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;

namespace Community.Browser.Tests.Pages;

public sealed class FirstViewTests(Browser browser, SeededSite site)
{
    private const int MostRequests = 11;
    private const int MostBytes = 100 * 1024;

    [Fact]
    public async Task The_first_view_of_a_topic_is_light_and_still()
    {
        await using var person = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        var traffic = await Traffic.Watch(person.Page);

        await person.Opens(site.Places.LongTopic);
        var shift = await person.Page.LayoutShift();

        Assert.InRange(traffic.Requests, 1, MostRequests);
        Assert.InRange(traffic.Bytes, 1, MostBytes);
        Assert.InRange(shift, 0, 0.001);
    }
}
