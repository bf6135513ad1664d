using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Seen;

/// <summary>By how many a discussion was seen.</summary>
/// <param name="Members">Each once.</param>
/// <param name="Visitors">Each once a day.</param>
public sealed record SeenBy(int Members, int Visitors);

public sealed class ReadSeen(CommunityData data)
{
    public Task<SeenBy> Run(long discussionId, CancellationToken cancel = default) => data.Read(
        async db => new SeenBy(
            await db.ReadPositions.CountAsync(p => p.DiscussionId == discussionId, cancel),
            await db.SeenDays.Where(d => d.DiscussionId == discussionId).SumAsync(d => d.Visitors, cancel)),
        cancel);
}
