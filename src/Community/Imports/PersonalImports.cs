using Community.Data;
using Community.Members;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>Under which name somebody stood in the system that they came from.</summary>
/// <param name="hash">Found when it is needed: most who ask what is held erase nobody.</param>
internal sealed class PersonalImports(Func<KeyedHash> hash) : IPersonalData
{
    public IReadOnlyList<PersonalTable> Tables { get; } =
    [
        PersonalTable.Of("imported-names", Erasing.Blanked, Of, nameof(ImportedItem.Key), nameof(ImportedItem.ContentId)),
    ];

    public IEnumerable<PersonalRows> Export(CommunityDb db, long memberId) =>
    [
        new("imported-names", Of(db, memberId).OrderBy(i => i.Key).Select(i => new { i.Source, Name = i.Key }).AsAsyncEnumerable()),
    ];

    public async Task<IReadOnlyList<string>> OtherNames(CommunityDb db, long memberId, CancellationToken cancel) =>
        await Of(db, memberId).Select(i => i.Key).ToListAsync(cancel);

    // The row stays, or the next run of the import would bring the person in anew; its key is the name no longer.
    public async Task EraseRest(CommunityData data, ErasedPerson person, CancellationToken cancel)
    {
        var named = await data.Read(db => Of(db, person.MemberId).ToListAsync(cancel), cancel);
        foreach (var item in named.Where(i => !ImportedNames.IsForgotten(i.Key)))
        {
            var key = ImportedNames.Forgotten(hash(), item.Key);
            await data.Write<int>(
                async db =>
                {
                    await ImportedNames.NoteKey(db, hash(), cancel);
                    return await db.ImportedItems.Where(i => i.Source == item.Source && i.Kind == item.Kind && i.Key == item.Key).ExecuteUpdateAsync(i => i.SetProperty(x => x.Key, key), cancel);
                },
                cancel);
        }
    }

    private static IQueryable<ImportedItem> Of(CommunityDb db, long member) => db.ImportedItems.Where(i => i.Kind == ImportedNames.Kind && i.ContentId == member);
}
