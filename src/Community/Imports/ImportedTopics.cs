using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>Which topics earlier runs brought in.</summary>
internal static class ImportedTopics
{
    public const string Kind = "topic";

    /// <summary>Their ids, whatever source they came from.</summary>
    public static async Task<HashSet<long>> Ids(CommunityDb db, CancellationToken cancel)
    {
        var made = new HashSet<long>();
        await foreach (var id in db.ImportedItems.Where(i => i.Kind == Kind).Select(i => i.ContentId).AsAsyncEnumerable().WithCancellation(cancel))
            made.Add(id);
        return made;
    }
}
