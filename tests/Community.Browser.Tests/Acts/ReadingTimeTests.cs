using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Community.Discussions.Seen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Acts;

/// <summary>What an open page tells of its reader; numbered like the behaviours that were asked for.</summary>
public sealed class ReadingTimeTests(Browser browser, SeededSite site)
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task _16_A_page_that_is_left_tells_the_time_that_was_read_and_nothing_without_a_reader()
    {
        var (id, topic) = await site.Begins("霧の朝に何を飲みますか");
        await using var reader = await Arrives(Who.Ren);
        await reader.Page.Clock.InstallAsync();
        await reader.Opens(topic);
        await Assertions.Expect(reader.Page.Locator("[data-reading]")).ToHaveCountAsync(1);
        await reader.Page.Mouse.MoveAsync(200, 200);
        var arrived = reader.Page.WaitForRequestAsync(ReadingDesk.IsReport);
        await reader.Page.Clock.RunForAsync(2_000);
        await arrived;
        var sent = reader.Page.WaitForRequestAsync(ReadingDesk.IsReport);

        await reader.Page.Clock.RunForAsync(61_000);
        var first = await sent;

        Assert.Contains($"discussion={id}", first.PostData, StringComparison.Ordinal);
        Assert.InRange(Seconds(first), 30, 62);
        // Nobody moved anything any more: three minutes after the last input the time stands still.
        var later = new List<int>();
        reader.Page.Request += (_, request) => { if (request.Url.EndsWith("/read", StringComparison.Ordinal)) later.Add(Seconds(request)); };
        await reader.Page.Clock.RunForAsync(600_000);
        Assert.InRange(later.Sum(), 60, 130);
        Assert.Empty(reader.Visitor.Complaints);
    }

    [Fact]
    public async Task _19_A_visitors_page_says_that_it_was_seen_and_sets_no_cookie()
    {
        var (id, topic) = await site.Begins("防波堤の落書きを見ましたか");
        await using var visitor = await site.Arrives(browser, Who.Visitor, Words.Japanese, new() { ViewportSize = new() { Width = 1280, Height = 900 }, UserAgent = Firefox });
        var told = visitor.Page.WaitForRequestAsync(request => request.Url.Contains("/seen?discussion=", StringComparison.Ordinal));

        await visitor.Opens(topic);
        var answer = await (await told).ResponseAsync();

        Assert.Equal(204, answer!.Status);
        await site.Services.GetRequiredService<CountVisitors>().Run();
        Assert.Equal(1, (await site.Services.GetRequiredService<ReadSeen>().Run(id)).Visitors);
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        Assert.Empty(visitor.Visitor.Complaints);
    }

    private static int Seconds(IRequest request) =>
        int.Parse(System.Web.HttpUtility.ParseQueryString(request.PostData ?? "")["seconds"]!, System.Globalization.CultureInfo.InvariantCulture);

    private Task<Person> Arrives(Who who) => site.Arrives(browser, who, Words.Japanese);
}
