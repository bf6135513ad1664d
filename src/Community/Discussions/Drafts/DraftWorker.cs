using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Discussions.Drafts;

/// <summary>Forgets old drafts now and then, as long as the host runs.</summary>
public sealed partial class DraftWorker(ForgetOldDrafts forget, TimeProvider time, ILogger<DraftWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Not at the start, which has enough to do: no draft grows old of it.
            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;

            try
            {
                await forget.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the next look may find it, and the site must not stop for it.
                Stumbled(logger, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Old drafts could not be removed; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
