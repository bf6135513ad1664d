using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Members;

/// <summary>
/// Lets only so many wrong passwords through per address and network, per address and wider network, and per address from
/// anywhere, whether or not there is such an address. Where the right password came from lately, the latter two keep out
/// only wrong ones: no stranger elsewhere can keep a member out of the networks that they sign in from.
/// </summary>
public sealed class SignInGate(CommunityData data, KeyedHash hash, TimeProvider time, IOptions<AccountLimits> limits)
{
    // Whoever is signed in has tries of their own, which nobody without the session can use up.
    private const string SignedIn = "signed-in";

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
            foreach (var (key, tries) in Wider(email, network))
            {
                var guard = await Guard(db, key, email, now, cancel);
                if (guard.Enter(now, tries, limits.Value.LockOut) is not null && !near.IsKnown(now))
                    return new Entry(guard.LockedUntil - now) { IsClosed = true };
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
        foreach (var (key, _) in Wider(email, network))
            (await Guard(db, key, email, now, cancel)).TakeBack();
        near.Pass(now);
    }

    /// <summary>One try of somebody who is signed in already.</summary>
    public Task<Result<Entry>> EnterSignedIn(string email, CancellationToken cancel) => Enter(email, SignedIn, cancel);

    /// <summary>The password of somebody who is signed in was right: their own tries are forgotten, and nobody else's.</summary>
    public async Task ForgetSignedIn(CommunityDb db, string email, CancellationToken cancel)
    {
        var own = Key(email, SignedIn);
        await db.SignInGuards.Where(g => g.Key == own).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Another password: tries from everywhere are forgotten, and every network but the one that it came from.</summary>
    public async Task Restart(CommunityDb db, string email, string network, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await Of(db, email).ExecuteDeleteAsync(cancel);
        var near = new SignInGuard { Key = Key(email, network), AddressKey = AddressKey(email), FirstAt = now };
        near.Pass(now);
        db.SignInGuards.Add(near);
    }

    /// <summary>What is kept about sign-ins to an address, from whichever network.</summary>
    internal IQueryable<SignInGuard> Of(CommunityDb db, string email)
    {
        var address = AddressKey(email);
        return db.SignInGuards.Where(g => g.AddressKey == address);
    }

    private IEnumerable<(string Key, int Tries)> Wider(string email, string network)
    {
        if (network == SignedIn)
            yield break;
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
        /// <summary>No password helps. The try still takes as long as one that is looked at, or the time would tell the networks apart.</summary>
        public bool IsClosed { get; init; }

        public Problem Failed(Problem otherwise) => LockedFor is { } wait ? MemberRules.LockedOut(wait) : otherwise;
    }
}
