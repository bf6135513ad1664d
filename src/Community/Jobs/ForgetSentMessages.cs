using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Jobs;

/// <summary>Removes what was sent or given up long ago.</summary>
public sealed class ForgetSentMessages(CommunityData data, TimeProvider time)
{
    public Task<Result<int>> Run(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - OutboxLimits.Kept;
        return data.Write<int>(
            async db => await db.Outbox.Where(m => m.CreatedAt < until && (m.SentAt != null || m.FailedAt != null)).ExecuteDeleteAsync(cancel),
            cancel);
    }
}
