using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Live;

/// <summary>Pages that were told at once do not ask at once.</summary>
public sealed class SpreadTests(Browser browser, SeededSite site)
{
    [Fact]
    public async Task _08_A_page_fetches_what_changed_within_the_time_that_it_is_given_and_not_at_its_beginning()
    {
        var asked = 0;
        await using var reader = await site.Arrives(browser, Who.Visitor, Words.Japanese);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await reader.Page.Clock.InstallAsync(new() { TimeDate = now });
        await reader.Page.Clock.PauseAtAsync(now.AddSeconds(1));
        await reader.Page.RouteAsync("**/live/stream**", route => route.FulfillAsync(new() { ContentType = "text/event-stream", Body = "event: changed\nid: 1000000\ndata: 600000\n\n" }));
        reader.Page.Request += (_, request) => asked += request.Url.Contains("/changes", StringComparison.Ordinal) ? 1 : 0;
        await reader.Opens(await site.Services.TopicOf(Who.Aoi, "満員の波止場で聞く放送"));
        // The answer is over once it was heard.
        await Assertions.Expect(reader.Page.Locator("live-topic")).ToHaveAttributeAsync("data-lost", "");

        await reader.Page.Clock.RunForAsync(100_000);
        var atTheBeginning = asked;
        await reader.Page.RunAndWaitForRequestAsync(() => reader.Page.Clock.RunForAsync(500_000), request => request.Url.Contains("/changes", StringComparison.Ordinal));

        Assert.Equal(0, atTheBeginning);
    }
}
