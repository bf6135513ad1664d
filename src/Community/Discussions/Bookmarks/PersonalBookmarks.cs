using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Bookmarks;

/// <summary>What people kept, with notes that may name others.</summary>
internal sealed class PersonalBookmarks : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } = [PersonalTable.Of("bookmarks", Erasing.Deleted, (db, m) => db.Bookmarks.Where(b => b.MemberId == m))];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("bookmarks", db.Bookmarks.Where(b => b.MemberId == memberId).OrderBy(b => b.Id)
            .Select(b => new { b.PostId, b.CreatedAt, b.Note, b.RemindOn, b.RemindedAt }).AsAsyncEnumerable()),
    ];

    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var (mention, page) = PersonNames.Patterns(person);
        for (var after = 0L; ;)
        {
            var named = await data.Read(
                db => db.Bookmarks.Where(b => b.Id > after && b.MemberId != person.MemberId && (EF.Functions.Like(SqlText.Lower(b.Note), mention) || EF.Functions.Like(SqlText.Lower(b.Note), page)))
                    .OrderBy(b => b.Id).Take(Batches.Size).Select(b => b.Id).ToListAsync(cancel),
                cancel);
            foreach (var id in named)
            {
                await data.Write<int>(
                    async db =>
                    {
                        if (await db.Bookmarks.FirstOrDefaultAsync(b => b.Id == id, cancel) is { } bookmark)
                            bookmark.Note = person.Without(bookmark.Note);
                        return 1;
                    },
                    cancel);
            }

            if (named.Count < Batches.Size)
                break;
            after = named[^1];
        }

        await data.InBatches(
            async db =>
            {
                var kept = await db.Bookmarks.Where(b => b.MemberId == person.MemberId).OrderBy(b => b.Id).Take(Batches.Size).ToListAsync(cancel);
                db.Bookmarks.RemoveRange(kept);
                return kept.Count;
            },
            cancel);
    }
}
