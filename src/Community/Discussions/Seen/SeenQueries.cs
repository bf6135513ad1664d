using Community.Data;

namespace Community.Discussions.Seen;

internal static class SeenQueries
{
    /// <summary>The row of a day, tracked; made where there is none.</summary>
    public static async Task<SeenDay> SeenOn(this CommunityDb db, long discussionId, DateOnly day, CancellationToken cancel)
    {
        if (await db.SeenDays.FindAsync([discussionId, day], cancel) is not { } row)
            db.SeenDays.Add(row = new SeenDay { DiscussionId = discussionId, Day = day });
        return row;
    }
}
