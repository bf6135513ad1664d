using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Privacy;

/// <summary>Goes on with erasures as long as the host runs, from where an earlier run of it was stopped.</summary>
public sealed partial class ErasureWorker(ContinueErasures erasures, ErasureBell bell, ILogger<ErasureWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await erasures.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the next look may find it, and the site must not stop for it.
                Stumbled(logger, failure);
            }

            await bell.Wait(PrivacyLimits.Settling, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Erasures could not be gone on with; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
