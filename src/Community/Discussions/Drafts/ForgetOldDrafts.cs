using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Drafts;

/// <summary>Removes drafts that nobody went on with for a long time.</summary>
public sealed class ForgetOldDrafts(CommunityData data, TimeProvider time, IOptions<PostLimits> limits)
{
    public Task Run(CancellationToken cancel = default)
    {
        var until = time.GetUtcNow() - limits.Value.DraftsKept;
        return data.InBatches(
            async db =>
            {
                var old = await db.Drafts.Where(d => d.SavedAt < until).OrderBy(d => d.SavedAt).Take(Batches.Size).ToListAsync(cancel);
                db.Drafts.RemoveRange(old);
                return old.Count;
            },
            cancel);
    }
}
