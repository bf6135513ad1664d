using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Reading;

/// <summary>Where members said that they have read everything.</summary>
internal sealed class PersonalMarks : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } = [PersonalTable.Of("read-marks", Erasing.Deleted, (db, m) => db.ReadMarks.Where(r => r.MemberId == m))];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("read-marks", db.ReadMarks.Where(r => r.MemberId == memberId).OrderBy(r => r.ForumId).Select(r => new { r.ForumId, r.At, ReadUpTo = r.UpTo, ReadUpToBefore = r.Before }).AsAsyncEnumerable()),
    ];

    public Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel) =>
        data.InBatches(db => db.ReadMarks.Where(r => r.MemberId == person.MemberId).ExecuteDeleteAsync(cancel), cancel);
}
