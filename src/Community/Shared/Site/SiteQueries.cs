using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

public static class SiteQueries
{
    /// <summary>The number of the version in force; 0 where there is none.</summary>
    public static async Task<int> CurrentVersion(this CommunityDb db, DocumentKind kind, CancellationToken cancel = default) =>
        await db.Documents.Where(d => d.Kind == kind).MaxAsync(d => (int?)d.Version, cancel) ?? 0;

    /// <summary>The settings, to be changed in this write; made where nobody has set up anything.</summary>
    public static async Task<SiteSettings> SiteForChange(this CommunityDb db, CancellationToken cancel = default)
    {
        // Asked twice in one write, the row made first is not in the database yet.
        var site = db.Site.Local.FirstOrDefault() ?? await db.Site.FirstOrDefaultAsync(cancel);
        if (site is null)
            db.Site.Add(site = new SiteSettings());
        return site;
    }

    /// <summary>Makes every cached page old, in this write.</summary>
    public static async Task SiteChanged(this CommunityDb db, CancellationToken cancel = default)
    {
        (await db.SiteForChange(cancel)).Epoch++;
        db.Raise(new SiteChanged());
    }
}
