using Community.Data;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>The terms of what people wrote and are called. They follow what they were made of; what is left is to forget that they were counted.</summary>
internal sealed class PersonalSearch(CountTerms count, TimeProvider time) : IPersonalData
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("search-entries", Erasing.Blanked, (db, m) => db.SearchEntries.Where(e => e.AuthorId == m), nameof(SearchEntry.AuthorId), nameof(SearchEntry.Tokens))
            with
            {
                NotExported = "The words of posts and of a name in another order; both are exported.",
                // An opening that others answered goes on under a title that says nothing.
                WithWords = (db, m, cancel) => db.SearchEntries.CountAsync(e => (e.AuthorId == m && e.Number != 1) || e.Id == -m, cancel),
            },
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) => [];

    // Comes after those whose words they are.
    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        // While all is counted anew what was forgotten waits, and an erasure with it.
        while (await data.Read(db => RecountTerms.IsUnderWay(db, time.GetUtcNow(), cancel), cancel))
            await Task.Delay(Pause, time, cancel);
        await count.Run(cancel);
    }
}
