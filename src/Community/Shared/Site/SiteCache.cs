using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Shared.Site;

/// <summary>The settings that nearly every page shows, read once until somebody changes them.</summary>
public sealed class SiteCache(CommunityData data) : IAfterCommit<SiteChanged>
{
    private SiteSettings? known;

    /// <summary>The settings; defaults while nobody has set up anything. Not to be changed by the caller.</summary>
    public async ValueTask<SiteSettings> Get(CancellationToken cancel = default)
    {
        if (Volatile.Read(ref known) is { } settings)
            return settings;
        var read = await Load(cancel);
        // A change that was committed meanwhile has put the newer settings there: they stay.
        return Interlocked.CompareExchange(ref known, read, null) ?? read;
    }

    public async Task AfterCommit(SiteChanged happened, CancellationToken cancel) => Volatile.Write(ref known, await Load(cancel));

    private async Task<SiteSettings> Load(CancellationToken cancel) =>
        await data.Read(db => db.Site.FirstOrDefaultAsync(cancel), cancel) ?? new SiteSettings();
}
