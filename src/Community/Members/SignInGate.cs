using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Members;

/// <summary>
/// Lets only so many wrong passwords through per address and network, per address and wider network, and per address from
/// anywhere, whether or not there is such an address. The latter two do not hold where the right password came from
/// lately: no stranger can keep a member out of the places that they sign in from.
/// </summary>
public sealed class SignInGate(CommunityData data, KeyedHash hash, TimeProvider time, IOptions<AccountLimits> limits)
{
    /// <summary>Takes one try.</summary>
    /// <returns>How long the wait is from now on unless the password is right; null while tries are left.</returns>
    public Task<Result<Entry>> Enter(string email, string network, CancellationToken cancel) => data.Write<Entry>(
        async db =>
        {
            var now = time.GetUtcNow();
            var (windows, known) = (now - (2 * limits.Value.LockOut), now - AccountLimits.KnownFor);
            await db.SignInGuards.Where(g => g.FirstAt < windows && (g.PassedAt == null || g.PassedAt < known)).ExecuteDeleteAsync(cancel);

            var near = await Guard(db, Key(email, network), email, now, cancel);
            if (near.Enter(now, limits.Value.SignInTries, limits.Value.LockOut) is { } locked)
                return locked;
            var until = near.LockedUntil;
            foreach (var (key, tries) in near.IsKnown(now) ? [] : Wider(email, network))
            {
                var guard = await Guard(db, key, email, now, cancel);
                if (guard.Enter(now, tries, limits.Value.LockOut) is { } tooMany)
                    return tooMany;
                until ??= guard.LockedUntil;
            }

            return new Entry(until - now);
        },
        cancel);

    /// <summary>The password was right: this try is taken back, those from this network are forgotten, and the network is known.</summary>
    public async Task Forgive(CommunityDb db, string email, string network, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var near = await Guard(db, Key(email, network), email, now, cancel);
        foreach (var (key, _) in near.IsKnown(now) ? [] : Wider(email, network))
            (await Guard(db, key, email, now, cancel)).TakeBack();
        near.Pass(now);
    }

    /// <summary>A reset: the tries from everywhere are forgotten, and so are the networks.</summary>
    public Task Unlock(CommunityDb db, string email, CancellationToken cancel)
    {
        var key = AddressKey(email);
        return db.SignInGuards.Where(g => g.AddressKey == key).ExecuteDeleteAsync(cancel);
    }

    private IEnumerable<(string Key, int Tries)> Wider(string email, string network)
    {
        if (WiderNetwork.Of(network) is { } wide)
            yield return (Key(email, wide), limits.Value.SignInTries * AccountLimits.WiderTimes);
        yield return (Key(email, "everywhere"), limits.Value.SignInTriesPerAccount);
    }

    private async Task<SignInGuard> Guard(CommunityDb db, string key, string email, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.SignInGuards.FindAsync([key], cancel) is { } known)
            return known;
        return db.SignInGuards.Add(new SignInGuard { Key = key, AddressKey = AddressKey(email), FirstAt = now }).Entity;
    }

    private string Key(string email, string network) => hash.Of("sign-in", EmailRules.Normalize(email), network);

    private string AddressKey(string email) => hash.Of("sign-in-address", EmailRules.Normalize(email));

    /// <param name="LockedFor">Set for the last try: so long is the wait should it fail.</param>
    public readonly record struct Entry(TimeSpan? LockedFor)
    {
        public Problem Failed(Problem otherwise) => LockedFor is { } wait ? MemberRules.LockedOut(wait) : otherwise;
    }
}
