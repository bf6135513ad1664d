using Community.Web.Tests.Support;

namespace Community.Web.Tests.Forums;

public sealed class ForumOfForumsTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_only_its_forums_hold_topics_the_page_leads_there_and_claims_no_emptiness()
    {
        await site.Topic(site.Aki, forum: "tools");
        using var visitor = site.Browser();

        var above = await visitor.GetStringAsync("/forums/help", Cancel);
        await site.Topic(site.Aki, forum: "help");
        var after = await visitor.GetStringAsync("/forums/help", Cancel);

        Assert.Contains("The topics are in the forums above", above, StringComparison.Ordinal);
        Assert.DoesNotContain("No topics yet", above, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"tabs\"", above, StringComparison.Ordinal);
        Assert.Contains("class=\"tabs\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The topics are in the forums above", after, StringComparison.Ordinal);
    }
}
