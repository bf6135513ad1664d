using Community.Data;
using Community.Members.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Community.Web.Hosting;

/// <summary>
/// Members as they were within the last second, for what open pages ask for again and again. An act of this process that
/// changes one counts at once; of another, a second later.
/// </summary>
internal sealed class RecentMembers(IDbContextFactory<CommunityDb> contexts, TimeProvider time) : IAfterCommit<MemberWritten>, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly MemoryCache members = new(new MemoryCacheOptions { SizeLimit = 10_000, ExpirationScanFrequency = Kept });
    private readonly Lock gate = new();
    private long writes;

    /// <summary>Null where there is no such member.</summary>
    public async Task<SignedInMember.MemberRow?> Find(long id)
    {
        if (members.TryGetValue(id, out Known? known) && time.GetElapsedTime(known!.At) < Kept)
            return known.Row;
        var before = Volatile.Read(ref writes);
        known = new Known(time.GetTimestamp(), await SignedInMember.Find(contexts, id));
        lock (gate)
        {
            // Whoever was written meanwhile may have been read before.
            if (before == writes)
                members.Set(id, known, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        }

        return known.Row;
    }

    public Task AfterCommit(MemberWritten happened, CancellationToken cancel)
    {
        lock (gate)
        {
            writes++;
            members.Remove(happened.MemberId);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => members.Dispose();

    private sealed record Known(long At, SignedInMember.MemberRow? Row);
}
