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
        var (traffic, shift) = await Views(Who.Visitor);

        Assert.InRange(traffic.Requests, 1, MostRequests);
        Assert.InRange(traffic.Bytes, 1, MostBytes);
        Assert.InRange(shift, 0, 0.001);
    }

    [Fact]
    public async Task The_first_view_of_a_member_takes_no_more_requests()
    {
        var (traffic, shift) = await Views(Who.Ren);

        Assert.InRange(traffic.Requests, 1, MostRequests);
        // Others come to this topic and leave it meanwhile, in the line that says so.
        Assert.InRange(shift, 0, 0.02);
    }

    private async Task<(Traffic Traffic, double Shift)> Views(Who who)
    {
        await using var person = await site.Arrives(browser, who, Words.Japanese);
        var traffic = await Traffic.Watch(person.Page);
        // By a module: when it is asked for, so is all else that the page wants.
        var stream = person.Page.WaitForRequestAsync(request => request.Url.Contains("/live/stream", StringComparison.Ordinal));

        await person.Opens(site.Places.LongTopic);
        await stream;
        var shift = await person.Page.LayoutShift();
        while (traffic.IsUnderWay)
            shift = await person.Page.LayoutShift();
        return (traffic, shift);
    }
}
