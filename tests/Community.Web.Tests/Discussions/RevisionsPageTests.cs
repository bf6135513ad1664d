using System.Net;
using Community.Discussions;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

public sealed class RevisionsPageTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private const string Secret = "her-number-is-555-0100";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hidden_version_shows_on_no_page_of_the_history_but_to_moderators()
    {
        var post = await History();
        using var visitor = site.Browser();
        using var author = await site.BrowserOf(site.Ben);
        using var moderator = await site.BrowserOf(site.Moderator);
        Assert.Contains(Secret, await visitor.GetStringAsync($"/p/{post}/revisions?version=2", Cancel), StringComparison.Ordinal);

        ReadingSite.Must(await site.Get<HideRevision>().Run(site.Moderator, new HideRevision.Input(post, 2, true, "Personal data"), Cancel));

        foreach (var address in (string[])[$"/p/{post}/revisions", $"/p/{post}/revisions?version=2", $"/p/{post}/revisions?version=3", $"/p/{post}/revisions?version=3&way=inline"])
        {
            foreach (var reader in (HttpClient[])[visitor, author])
            {
                var page = await reader.GetStringAsync(address, Cancel);
                Assert.DoesNotContain("555", page, StringComparison.Ordinal);
                Assert.Contains("A moderator has hidden this version.", page, StringComparison.Ordinal);
                Assert.DoesNotContain($"/p/{post}/revisions/2/state", page, StringComparison.Ordinal);
            }
        }

        var forModerator = await moderator.GetStringAsync($"/p/{post}/revisions?version=3", Cancel);
        Assert.Contains("555", forModerator, StringComparison.Ordinal);
        Assert.Contains("Show version 2 again", forModerator, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_at_its_own_address_is_for_moderators_and_for_former_texts()
    {
        var post = await History();
        using var visitor = site.Browser();
        using var author = await site.BrowserOf(site.Ben);
        using var moderator = await site.BrowserOf(site.Moderator);

        async Task<HttpStatusCode> Status(HttpClient reader, int version)
        {
            using var answer = await reader.GetAsync($"/p/{post}/revisions/{version}/state", Cancel);
            return answer.StatusCode;
        }

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (await Status(visitor, 2), await Status(author, 2)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(moderator, 1), await Status(moderator, 2)));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Status(moderator, 0), await Status(moderator, 3)));
    }

    /// <summary>A reply of three versions, the middle one with what must not be read.</summary>
    private async Task<long> History()
    {
        var topic = await site.Topic(site.Aki);
        var post = (await site.Reply(site.Ben, topic.Number, "The first text, which says little about the box and much about its lid.")).PostId;
        await site.Reply(site.Aki, topic.Number); // once answered, no edit is a slip that leaves no trace
        await Edit(site.Ben, post, $"The second text, which says who to ask about it: {Secret}, at any hour of the day.", null);
        await Edit(site.Moderator, post, "The third text, as the staff left it standing for everybody who comes by later.", "Personal data");
        return post;
    }

    private async Task Edit(Actor by, long post, string text, string? reason)
    {
        var version = await site.Read(db => db.Posts.Where(p => p.Id == post).Select(p => p.Version).SingleAsync());
        ReadingSite.Must(await site.Get<EditPost>().Run(by, new EditPost.Input(post, version, text, Reason: reason), Cancel));
    }
}
