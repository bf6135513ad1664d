using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

public sealed class ReadDocument(CommunityData data)
{
    /// <summary>The version in force; null while the owner has published none.</summary>
    public Task<SiteDocument?> Current(DocumentKind kind, CancellationToken cancel = default) =>
        data.Read(db => db.Documents.Where(d => d.Kind == kind).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancel), cancel);
}
