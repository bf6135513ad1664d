using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Reading;

/// <summary>For how long people read.</summary>
internal sealed class PersonalReading : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("read-times", Erasing.Deleted, (db, m) => db.ReadTimes.Where(t => t.MemberId == m)),
        PersonalTable.Of("read-clocks", Erasing.Deleted, (db, m) => db.ReadClocks.Where(c => c.MemberId == m)),
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("read-times", db.ReadTimes.Where(t => t.MemberId == memberId).OrderBy(t => t.Day).ThenBy(t => t.DiscussionId)
            .Select(t => new { TopicId = t.DiscussionId, t.Day, t.Seconds }).AsAsyncEnumerable()),
        new("read-clocks", db.ReadClocks.Where(c => c.MemberId == memberId).Select(c => new { ToldUntil = c.At }).AsAsyncEnumerable()),
    ];

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var me = person.MemberId;
        await data.InBatches(db => db.ReadClocks.Where(c => c.MemberId == me).ExecuteDeleteAsync(cancel), cancel);
        await data.InBatches(
            async db =>
            {
                var times = await db.ReadTimes.Where(t => t.MemberId == me).OrderBy(t => t.DiscussionId).Take(Batches.Size).ToListAsync(cancel);
                db.ReadTimes.RemoveRange(times);
                return times.Count;
            },
            cancel);
    }
}
