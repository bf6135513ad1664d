using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

public static class SiteQueries
{
    /// <summary>The number of the version in force; 0 where there is none.</summary>
    public static async Task<int> CurrentVersion(this CommunityDb db, DocumentKind kind, CancellationToken cancel = default) =>
        await db.Documents.Where(d => d.Kind == kind).MaxAsync(d => (int?)d.Version, cancel) ?? 0;
}
