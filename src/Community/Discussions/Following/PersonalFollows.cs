using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Following;

/// <summary>What people follow and what they do not want to see.</summary>
internal sealed class PersonalFollows : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } = [PersonalTable.Of("follows", Erasing.Deleted, (db, m) => db.Follows.Where(f => f.MemberId == m))];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("follows", db.Follows.Where(f => f.MemberId == memberId).OrderBy(f => f.Id)
            .Select(f => new { f.Kind, f.TargetId, f.Level, f.At, f.IsAutomatic }).AsAsyncEnumerable()),
    ];

    public Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel) => data.InBatches(
        async db =>
        {
            var rows = await db.Follows.Where(f => f.MemberId == person.MemberId).OrderBy(f => f.Id).Take(Batches.Size).ToListAsync(cancel);
            db.Follows.RemoveRange(rows);
            return rows.Count;
        },
        cancel);
}
