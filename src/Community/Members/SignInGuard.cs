using Community.Shared;

namespace Community.Members;

/// <summary>Failed tries of one address from one network, or from anywhere. The keys are keyed hashes, so the table names nobody.</summary>
public sealed class SignInGuard
{
    /// <summary>Of address and network together.</summary>
    public required string Key { get; init; }

    /// <summary>Of the address alone, so that a reset unlocks it everywhere.</summary>
    public required string AddressKey { get; init; }

    public int Failures { get; private set; }

    public required DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>When the right password last came from there.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    public bool IsKnown(DateTimeOffset now) => PassedAt > now - AccountLimits.KnownFor;

    /// <summary>
    /// Counts a try before the password is looked at, so that many at once cannot slip through together; a right password
    /// takes it back.
    /// </summary>
    public Problem? Enter(DateTimeOffset now, int tries, TimeSpan lockOut)
    {
        if (LockedUntil > now)
            return MemberRules.LockedOut(LockedUntil.Value - now);
        if (LockedUntil is not null || FirstAt + lockOut <= now)
        {
            Failures = 0;
            FirstAt = now;
            LockedUntil = null;
        }

        if (++Failures >= tries)
            LockedUntil = now + lockOut;
        return null;
    }

    public void TakeBack() => (Failures, LockedUntil) = (Math.Max(0, Failures - 1), null);

    public void Pass(DateTimeOffset now) => (Failures, LockedUntil, PassedAt) = (0, null, now);
}
