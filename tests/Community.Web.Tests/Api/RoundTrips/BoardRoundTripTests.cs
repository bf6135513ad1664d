using System.Net;
using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class BoardRoundTripTests(ApiSite site) : RoundTrip(site)
{
    private static readonly IdeaBoardSettings Tents = new(
        "tents", new LocalizedText("テント", "Tents"), new LocalizedText("ひとつずつ", "One at a time"), 3, "everyone", "members",
        [IdeaStatus.Planned, IdeaStatus.Shipped, IdeaStatus.Declined], true, true, false, 14);

    [Fact, GoesRound("CreateBoard", "UpdateBoard", "MoveBoard", "ArchiveBoard", "ReopenBoard", "DeleteBoard")]
    public async Task An_administrator_opens_changes_and_deletes_a_board()
    {
        var admin = await Staff(Community.Shared.Role.Admin);
        var key = Guid.NewGuid();

        var made = await admin.Ideas.CreateBoard(Tents, key, Cancel);
        var again = await admin.Ideas.CreateBoard(Tents, key, Cancel);
        var changed = await admin.Ideas.UpdateBoard("tents", Tents with { Slug = "shelter", HasBudget = false, AnswerDays = null }, Cancel);
        await admin.Ideas.MoveBoard("shelter", 0, Cancel);
        var first = (await admin.Ideas.ListBoards(Cancel))[0];
        await admin.Ideas.ArchiveBoard("shelter", Cancel);
        var archived = await Board(admin, "shelter");
        await admin.Ideas.ReopenBoard("shelter", Cancel);
        var reopened = await Board(admin, "shelter");
        var deleted = await admin.Ideas.DeleteBoard("shelter", Cancel);

        Assert.Equal(("テント", "One at a time", 14, true), (made.Name.Ja, made.Rules.En, made.AnswerDays, made.HasBudget));
        Assert.Equal(Tents.Statuses, made.Statuses);
        Assert.Equal(made.Id, again.Id);
        Assert.Equal((made.Id, "shelter", null, false), (changed.Id, changed.Slug, changed.AnswerDays, changed.HasBudget));
        Assert.Equal("shelter", first.Slug);
        Assert.True(archived!.IsArchived);
        Assert.False(reopened!.IsArchived);
        Assert.False(deleted.IsArchived);
        Assert.Null(await Board(admin, "shelter"));
    }

    [Fact, GoesRound("DeleteBoard")]
    public async Task A_board_that_holds_ideas_is_archived_instead()
    {
        var admin = await Staff(Community.Shared.Role.Admin);
        await admin.Ideas.CreateBoard(Tents with { Slug = "full" }, cancel: Cancel);
        await admin.Ideas.SubmitIdea("full", new NewIdea("A peg that can be seen at night", "I stumble over mine whenever I get up before it is light."), cancel: Cancel);

        Assert.True((await admin.Ideas.DeleteBoard("full", Cancel)).IsArchived);
        Assert.True((await Board(admin, "full"))!.IsArchived);
    }

    [Fact, GoesRound]
    public async Task What_a_board_cannot_be_is_refused_by_name()
    {
        var admin = await Staff(Community.Shared.Role.Admin);

        Assert.Equal("statuses", await RefusedAt(Tents with { Slug = "odd", Statuses = [IdeaStatus.Merged] }));
        Assert.Equal("slug", await RefusedAt(Tents with { Slug = "No Good" }));
        Assert.Equal("answerDays", await RefusedAt(Tents with { Slug = "odd", AnswerDays = 0 }));
        Assert.Equal("readAudience", await RefusedAt(Tents with { Slug = "odd", ReadAudience = "friends" }));

        async Task<string?> RefusedAt(IdeaBoardSettings settings)
        {
            var refused = await Assert.ThrowsAsync<CommunityApiException>(() => admin.Ideas.CreateBoard(settings, cancel: Cancel));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            return refused.Field;
        }
    }

    private static async Task<IdeaBoard?> Board(CommunityClient client, string slug) => (await client.Ideas.ListBoards(Cancel)).FirstOrDefault(b => b.Slug == slug);
}
