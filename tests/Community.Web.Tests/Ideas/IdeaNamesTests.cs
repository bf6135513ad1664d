using Community.Discussions;
using Community.Ideas;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Ideas;

/// <summary>A page that is kept for visitors names other ideas: it is another one once they are.</summary>
public sealed class IdeaNamesTests(ReadingSite site) : IClassFixture<ReadingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_page_names_a_merged_idea_as_it_is_called_now_and_not_at_all_once_it_is_hidden()
    {
        var (stays, goes) = (await site.Idea(site.Ben, "A tin with two lids"), await site.Idea(site.Aki, "A tin of Mr Secret"));
        await site.Merges(goes.Number, stays.Number);
        var page = $"/ideas/{stays.Number}/{stays.Slug}";
        Assert.Contains("A tin of Mr Secret", await Read(page), StringComparison.Ordinal);

        await site.Retitles(site.Aki, goes.Number, "A tin of somebody else");
        var retitled = await Read(page);
        await Hide(goes.Number);
        var hidden = await Read(page);

        Assert.DoesNotContain("Mr Secret", retitled, StringComparison.Ordinal);
        Assert.Contains("A tin of somebody else", retitled, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_no_longer_names_what_it_was_taken_out_of_once_that_is_hidden()
    {
        var whole = await site.Idea(site.Ben, "A tin, and Mr Private's cup");
        var part = ReadingSite.Must(await site.Get<SplitIdea>().Run(site.Moderator, new SplitIdea.Input(whole.Number, "A cup with a lid", "It stands in the whole, and deserves a place.", Guid.NewGuid()), Cancel));
        var page = $"/ideas/{part.Number}/{part.Slug}";
        Assert.Contains("Mr Private", await Read(page), StringComparison.Ordinal);

        await Hide(whole.Number);

        Assert.DoesNotContain("Mr Private", await Read(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_within_a_hidden_idea_leads_nobody_to_its_name()
    {
        var (stays, goes) = (await site.Idea(site.Ben, "Mr Unnamed is a thief"), await site.Idea(site.Aki, "A tin that nobody can steal"));
        await site.Merges(goes.Number, stays.Number);
        await Hide(stays.Number);
        using var browser = site.Browser();

        foreach (var path in new[] { $"/ideas/{goes.Number}/{goes.Slug}", $"/ideas/{stays.Number}/from/{goes.Number}", $"/ideas/{goes.Number}/backers", $"/api/v1/ideas/{goes.Number}" })
        {
            using var answer = await browser.GetAsync(path, Cancel);
            Assert.Equal((path, 404), (path, (int)answer.StatusCode));
            Assert.DoesNotContain("unnamed", $"{answer.Headers} {await answer.Content.ReadAsStringAsync(Cancel)}", StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<string> Read(string path)
    {
        using var browser = site.Browser();
        return await browser.GetStringAsync(path, Cancel);
    }

    private async Task Hide(long idea)
    {
        var opening = await site.Read(db => db.Posts.Where(p => p.Number == 1 && db.Ideas.Any(i => i.Number == idea && i.Id == p.DiscussionId)).Select(p => p.Id).SingleAsync());
        ReadingSite.Must(await site.Get<ChangePostState>().Run(site.Moderator, new ChangePostState.Input(opening, PostState.Hidden, "It names somebody"), Cancel));
    }
}
