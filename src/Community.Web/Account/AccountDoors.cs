using System.Threading.RateLimiting;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Community.Web.Account;

internal enum Door
{
    SignIn,
    Register,

    /// <summary>What makes us send a mail to an address that somebody typed.</summary>
    Mail,
}

/// <summary>
/// Counts the forms that one network, and the wider one around it, sends to each door. Asked by the pages rather than by a middleware, so that who is
/// too fast keeps what they typed.
/// </summary>
internal sealed class AccountDoors(IOptions<AccountLimits> limits) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Dictionary<Door, PartitionedRateLimiter<string>> doors = new()
    {
        [Door.SignIn] = PartitionedRateLimiter.CreateChained(
            Per(TimeSpan.FromMinutes(1), limits.Value.SignInsPerMinute), Per(Hour, limits.Value.SignInsPerHour)),
        [Door.Register] = Per(Hour, limits.Value.RegistrationsPerHour),
        [Door.Mail] = Per(Hour, limits.Value.MailRequestsPerHour),
    };

    public Problem? WhyNot(Door door, HttpContext http)
    {
        using var lease = doors[door].AttemptAcquire(ClientNetwork.Of(http));
        if (lease.IsAcquired)
            return null;
        return MemberRules.TooManyTries(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Hour);
    }

    public void Dispose()
    {
        foreach (var door in doors.Values)
            door.Dispose();
    }

    private static PartitionedRateLimiter<string> Per(TimeSpan window, int permits) => PartitionedRateLimiter.CreateChained(
        Count(network => network, window, permits),
        Count(network => WiderNetwork.Of(network) ?? network, window, permits * AccountLimits.WiderTimes));

    private static PartitionedRateLimiter<string> Count(Func<string, string> key, TimeSpan window, int permits) => PartitionedRateLimiter.Create<string, string>(
        network => RateLimitPartition.GetFixedWindowLimiter(key(network), _ => new FixedWindowRateLimiterOptions { Window = window, PermitLimit = permits }));
}
