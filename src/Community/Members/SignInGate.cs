using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Members;

/// <summary>Lets only so many wrong passwords through per address and network, whether or not there is such an address.</summary>
public sealed class SignInGate(CommunityData data, KeyedHash hash, TimeProvider time, IOptions<AccountLimits> limits)
{
    /// <summary>Takes one try.</summary>
    /// <returns>When the pair is locked from now on unless the password is right; null while tries are left.</returns>
    public Task<Result<Entry>> Enter(string email, string network, CancellationToken cancel) => data.Write<Entry>(
        async db =>
        {
            var now = time.GetUtcNow();
            await db.SignInGuards.Where(g => g.FirstAt < now - (2 * limits.Value.LockOut)).ExecuteDeleteAsync(cancel);

            var key = Key(email, network);
            var guard = await db.SignInGuards.FindAsync([key], cancel);
            if (guard is null)
                db.SignInGuards.Add(guard = new SignInGuard { Key = key, AddressKey = AddressKey(email), FirstAt = now });
            if (guard.Enter(now, limits.Value) is { } locked)
                return locked;
            return new Entry(guard.LockedUntil is { } until ? until - now : null);
        },
        cancel);

    /// <summary>The password was right: the tries from this network are forgotten.</summary>
    public Task Forgive(CommunityDb db, string email, string network, CancellationToken cancel)
    {
        var key = Key(email, network);
        return db.SignInGuards.Where(g => g.Key == key).ExecuteDeleteAsync(cancel);
    }

    /// <summary>A reset: the tries from everywhere are forgotten.</summary>
    public Task Unlock(CommunityDb db, string email, CancellationToken cancel)
    {
        var key = AddressKey(email);
        return db.SignInGuards.Where(g => g.AddressKey == key).ExecuteDeleteAsync(cancel);
    }

    private string Key(string email, string network) => hash.Of("sign-in", EmailRules.Normalize(email), network);

    private string AddressKey(string email) => hash.Of("sign-in-address", EmailRules.Normalize(email));

    /// <param name="LockedFor">Set for the last try: so long is the wait should it fail.</param>
    public readonly record struct Entry(TimeSpan? LockedFor)
    {
        public Problem Failed(Problem otherwise) => LockedFor is { } wait ? MemberRules.LockedOut(wait) : otherwise;
    }
}
