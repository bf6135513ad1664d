using Microsoft.EntityFrameworkCore;

namespace Community.Data;

public static class DataExtensions
{
    /// <summary>The next public number of a kind. Called inside a write, so that numbers are dense.</summary>
    public static async Task<long> NextNumber(this CommunityDb db, string kind, CancellationToken cancel = default)
    {
        var counter = await db.Counters.FindAsync([kind], cancel);
        if (counter is null)
            db.Counters.Add(counter = new Counter { Kind = kind });
        return ++counter.Last;
    }

    /// <summary>Holds members, always in the same order, so that nobody waits for somebody who waits for them.</summary>
    public static Task HoldMembers(this CommunityDb db, long[] ids, CancellationToken cancel) =>
        db.Hold(db.Members.Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).Select(m => m.Id), cancel);

    /// <summary>What the same create gave back before, or null where this is its first time.</summary>
    public static Task<long?> FirstResultOf(this CommunityDb db, long memberId, Guid key, CancellationToken cancel = default) =>
        db.Receipts.Where(r => r.MemberId == memberId && r.Key == key).Select(r => (long?)r.ContentId).FirstOrDefaultAsync(cancel);
}
