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

    /// <summary>Takes in what was changed here or by another process; never an older state than is known already.</summary>
    public async Task Reload(CancellationToken cancel)
    {
        var read = await Load(cancel);
        for (var before = Volatile.Read(ref known); before is null || before.Epoch <= read.Epoch; before = Volatile.Read(ref known))
        {
            if (ReferenceEquals(Interlocked.CompareExchange(ref known, read, before), before))
                return;
        }
    }

    public Task AfterCommit(SiteChanged happened, CancellationToken cancel) => Reload(cancel);

    private async Task<SiteSettings> Load(CancellationToken cancel) =>
        await data.Read(db => db.Site.FirstOrDefaultAsync(s => s.Id == SiteSettings.TheOne, cancel), cancel) ?? new SiteSettings();
}
