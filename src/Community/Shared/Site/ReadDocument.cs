using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

public sealed class ReadDocument(CommunityData data)
{
    /// <summary>The version in force; null while the owner has published none.</summary>
    public Task<SiteDocument?> Current(DocumentKind kind, CancellationToken cancel = default) =>
        data.Read(db => db.Documents.Where(d => d.Kind == kind).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>An earlier version as it was published.</summary>
    public Task<SiteDocument?> Version(DocumentKind kind, int version, CancellationToken cancel = default) =>
        data.Read(db => db.Documents.FirstOrDefaultAsync(d => d.Kind == kind && d.Version == version, cancel), cancel);

    /// <summary>All versions, newest first, without their texts.</summary>
    public Task<List<DocumentVersion>> History(DocumentKind kind, CancellationToken cancel = default) => data.Read(
        db => db.Documents.Where(d => d.Kind == kind).OrderByDescending(d => d.Version)
            .Select(d => new DocumentVersion(d.Version, d.PublishedAt, db.Members.Where(m => m.Id == d.PublishedBy).Select(m => m.DisplayName).FirstOrDefault()))
            .ToListAsync(cancel),
        cancel);
}

public sealed record DocumentVersion(int Version, DateTimeOffset PublishedAt, string? By);
