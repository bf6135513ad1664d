using System.Threading.RateLimiting;
using Community.Privacy;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Web.Privacy;

/// <summary>Counts the downloads of each member: one reads everything that they ever wrote.</summary>
internal sealed class DownloadDoor(IOptions<PrivacyLimits> limits) : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly PartitionedRateLimiter<long> members = PartitionedRateLimiter.Create<long, long>(
        member => RateLimitPartition.GetFixedWindowLimiter(member, _ => new FixedWindowRateLimiterOptions { Window = Day, PermitLimit = limits.Value.DownloadsPerDay }));

    public Problem? WhyNot(long member)
    {
        using var lease = members.AttemptAcquire(member);
        return lease.IsAcquired ? null : Problem.TooFast("downloads-per-day", lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Day);
    }

    public void Dispose() => members.Dispose();
}
