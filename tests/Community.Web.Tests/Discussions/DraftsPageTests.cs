using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

/// <summary>Where somebody finds all that they have begun to write.</summary>
public sealed class DraftsPageTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task Ones_drafts_are_listed_and_thrown_away()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        await member.Saves(place, 1, DraftDesk.Words);

        await member.Open("/me/drafts");
        Assert.Contains(DraftDesk.Words, member.Page, StringComparison.Ordinal);
        Assert.Contains($"{path}?reply=0&amp;draft=continue#reply", member.Page, StringComparison.Ordinal);
        await member.Post($"/drafts/{place}/discard", [.. member.Tokens(), ("return", "/me/drafts")]);

        Assert.Equal("/me/drafts", member.Leads);
        Assert.DoesNotContain(DraftDesk.Words, (await member.Open("/me/drafts")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_whose_place_is_gone_shows_its_own_words_and_nothing_of_the_place()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        await member.Saves(place, 1, DraftDesk.Words);
        await community.Get<CommunityData>().Write<Done>(async db =>
        {
            (await db.Topics.SingleAsync(t => t.Id == id)).Audience = Audience.Moderators;
            (await db.Discussions.SingleAsync(d => d.Id == id)).Audience = Audience.Moderators;
            return Done.Yes;
        });

        await member.Open("/me/drafts");

        Assert.Contains(DraftDesk.Words, member.Page, StringComparison.Ordinal);
        Assert.Contains("a place that you cannot open now", member.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(path.Split('/')[^1], member.Page, StringComparison.Ordinal);
        Assert.Contains($"/drafts/{place}/discard", member.Page, StringComparison.Ordinal);
    }
}
