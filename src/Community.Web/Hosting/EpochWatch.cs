using Community.Data;
using Community.Live;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Hosting;

/// <summary>Notices within a second what another process (an import, the operator's tool) changed under this one.</summary>
internal sealed partial class EpochWatch(CommunityData data, SiteCache site, ContentVersions versions, LiveFeed live, TimeProvider time, ILogger<EpochWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long? seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await Look(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    internal async Task Look(CancellationToken cancel)
    {
        try
        {
            var epoch = await data.Read(db => db.Site.Where(s => s.Id == SiteSettings.TheOne).Select(s => (long?)s.Epoch).FirstOrDefaultAsync(cancel), cancel);
            if (seen is not null && epoch != seen)
            {
                await site.Reload(cancel);
                versions.BumpSite();
                await live.AfterCommit(new SiteChanged(), cancel);
            }

            seen = epoch ?? 0;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // No table yet, or a database that is being replaced: the next look will tell.
            NotReadable(logger, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The epoch cannot be read now: {Reason}")]
    private static partial void NotReadable(ILogger logger, string reason);
}
