using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Ideas.Votes;

/// <summary>Looks every minute whose votes count by now, as long as the host runs.</summary>
public sealed partial class VoteWorker(CountWaitingVotes count, TimeProvider time, ILogger<VoteWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await count.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the votes wait on.
                Stumbled(logger, failure);
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Waiting votes could not be counted; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
