using System.Globalization;
using System.Net;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Live;

/// <summary>How many changes are drawn for one caller: what open pages ask for, and not what a program could.</summary>
public sealed class ChangesLimitTests
{
    // More than two windows' worth, wherever in a window the first one falls.
    private const int Many = 13;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task _08_A_member_has_so_many_changes_drawn_and_another_is_not_held_up_by_it()
    {
        await using var site = new ReadingSite { Settings = ["--Community:RequestLimits:ChangesPerMinute=6"] };
        await site.InitializeAsync();
        var topic = await site.Topic(site.Aki);
        using var aki = await site.BrowserOf(site.Aki);
        using var ben = await site.BrowserOf(site.Ben);

        var answers = await Ask(aki, topic.Number, _ => 0);

        Assert.All(answers.Take(6), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var refused = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Empty(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, (await Ask(ben, topic.Number, _ => 0))[0].StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await aki.GetAsync("/rules", Cancel)).StatusCode);
    }

    [Fact]
    public async Task _08_The_visitors_of_an_address_have_so_many_drawn_and_share_what_is_drawn_already()
    {
        await using var site = new ReadingSite { Settings = ["--Community:RequestLimits:CoverPrivateNetworks=true", "--Community:RequestLimits:VisitorChangesPerMinute=6"] };
        await site.InitializeAsync();
        var topic = await site.Topic(site.Aki);
        using var visitor = site.Browser();

        var same = await Ask(visitor, topic.Number, _ => 0);
        var different = await Ask(visitor, topic.Number, n => n);

        Assert.All(same, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Contains(different, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }

    private static async Task<List<HttpResponseMessage>> Ask(HttpClient browser, long topic, Func<int, int> after)
    {
        var answers = new List<HttpResponseMessage>();
        for (var n = 0; n < Many; n++)
            answers.Add(await browser.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/t/{topic}/changes?page=1&after={after(n)}"), Cancel));
        return answers;
    }
}
