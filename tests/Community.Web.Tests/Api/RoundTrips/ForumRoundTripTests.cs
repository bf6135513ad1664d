using System.Net;
using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class ForumRoundTripTests(ApiSite site) : RoundTrip(site)
{
    private static readonly ForumSettings Tools = new("tools", new LocalizedText("道具", "Tools"), null, 3, null, "everyone", "members", "members");

    [Fact, GoesRound("ListForums", "ReadForum")]
    public async Task A_visitor_reads_the_forums_that_are_open()
    {
        var visitor = With(null);

        var all = await visitor.Forums.ListForums(Cancel);
        var help = await visitor.Forums.ReadForum("help", Cancel);

        Assert.DoesNotContain(all, forum => forum.Slug == "staff-room");
        Assert.Equal("Help", help.Name.En);
        Assert.Equal(help.Id, Assert.Single(all, forum => forum.Slug == "help").Id);
    }

    [Fact, GoesRound("CreateForum", "UpdateForum", "MoveForum", "ArchiveForum", "ReopenForum", "DeleteForum")]
    public async Task An_administrator_makes_changes_and_deletes_a_forum()
    {
        var admin = await Staff(Community.Shared.Role.Admin);

        var made = await admin.Forums.CreateForum(Tools, cancel: Cancel);
        var changed = await admin.Forums.UpdateForum("tools", Tools with { Slug = "workshop", Hue = 5 }, Cancel);
        await admin.Forums.MoveForum("workshop", 0, Cancel);
        var first = (await admin.Forums.ListForums(Cancel))[0];
        await admin.Forums.ArchiveForum("workshop", Cancel);
        var archived = await admin.Forums.ReadForum("workshop", Cancel);
        await admin.Forums.ReopenForum("workshop", Cancel);
        var reopened = await admin.Forums.ReadForum("workshop", Cancel);
        await admin.Forums.DeleteForum("workshop", Cancel);

        Assert.Equal("道具", made.Name.Ja);
        Assert.Equal((made.Id, "workshop", 5), (changed.Id, changed.Slug, changed.Hue));
        Assert.Equal("workshop", first.Slug);
        Assert.True(archived.IsArchived);
        Assert.False(reopened.IsArchived);
        var gone = await Assert.ThrowsAsync<CommunityApiException>(() => admin.Forums.ReadForum("workshop", Cancel));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }
}
