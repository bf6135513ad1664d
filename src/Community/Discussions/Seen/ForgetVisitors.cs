using Community.Data;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Seen;

/// <summary>Removes the hashes of former days and their salts; the counts stay.</summary>
public sealed class ForgetVisitors(CommunityData data, SiteCache site, TimeProvider time)
{
    public async Task Run(CancellationToken cancel = default)
    {
        var today = CommunityDay.Of(time.GetUtcNow(), (await site.Get(cancel)).TimeZone);
        await data.InBatches(db => db.SeenSalts.Where(s => s.Day != today).ExecuteDeleteAsync(cancel), cancel);
        await data.InBatches(
            async db =>
            {
                var old = await db.SeenVisitors.Where(v => v.Day != today).OrderBy(v => v.Day).Take(Batches.Size).ToListAsync(cancel);
                db.SeenVisitors.RemoveRange(old);
                return old.Count;
            },
            cancel);
    }
}
