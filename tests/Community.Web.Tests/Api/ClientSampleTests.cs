using Community.Testing;

namespace Community.Web.Tests.Api;

[Collection(nameof(ApiSite))]
public sealed class ClientSampleTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_answers_what_waits_for_an_answer()
    {
        var topic = await site.Topic(await site.ClientOf("aki"));

        await ClientSample.Run([site.Address, (await site.Token(await site.Person("robot"))).Token]);

        var reply = (await site.Client().Topics.ListPosts(topic.Number, cancel: Cancel)).Items[1];
        Assert.Equal(("robot", 1), (reply.Author!.Name, reply.ReplyToNumber));
        Assert.Contains("Welcome, aki!", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_that_only_reads_the_sample_tries_nothing()
    {
        var topic = await site.Topic(await site.ClientOf("aki"));

        await ClientSample.Run([site.Address, (await site.Token(await site.Person("robot"), Community.Members.TokenScope.Read)).Token]);

        Assert.Equal(0, (await site.Client().Topics.ReadTopic(topic.Number, Cancel)).ReplyCount);
    }

    [Fact]
    public async Task The_README_shows_the_sample_that_is_tested()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(TestData.RepositoryRoot, "src", "Community.Client", "README.md"), Cancel);
        var source = await File.ReadAllLinesAsync(Path.Combine(TestData.RepositoryRoot, "tests", "Community.Web.Tests", "Api", "ClientSample.cs"), Cancel);

        var tested = source.SkipWhile(line => !line.Contains("<sample>", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.Contains("</sample>", StringComparison.Ordinal)).Select(line => line.Length > 8 ? line[8..] : "");
        var shown = readme.Split("```csharp\n")[1].Split("\n```")[0].Split('\n');

        Assert.Equal(["using Community.Client;", "", .. tested], shown);
        Assert.True(shown.Length <= 34, $"{shown.Length} lines");
    }
}
