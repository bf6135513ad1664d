using Community.Data;

namespace Community.Shared.Site;

public static class SiteTouch
{
    /// <summary>Makes every cached page old, inside the write that changed what any page may show.</summary>
    /// <returns>The settings, to be changed in this write.</returns>
    public static async Task<SiteSettings> TouchSite(this CommunityDb db, CancellationToken cancel = default)
    {
        var site = await db.Site.FindAsync([SiteSettings.TheOne], cancel);
        if (site is null)
            db.Site.Add(site = new SiteSettings());
        site.Epoch++;
        db.Raise(new SiteChanged());
        return site;
    }
}
