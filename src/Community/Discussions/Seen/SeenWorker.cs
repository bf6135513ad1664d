using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Discussions.Seen;

/// <summary>Writes noted visitors every few seconds and forgets those of former days, as long as the host runs.</summary>
public sealed partial class SeenWorker(CountVisitors count, ForgetVisitors forget, TimeProvider time, ILogger<SeenWorker> logger) : BackgroundService
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(10);

    // A salt outlives its day by a minute at most.
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var forgotten = DateTimeOffset.MinValue; ;)
        {
            await Task.Delay(WriteEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                // Once more when the host stops: what was noted is still in memory.
                await count.Run(CancellationToken.None);
                if (stoppingToken.IsCancellationRequested)
                    return;
                if (time.GetUtcNow() - forgotten < ForgetEvery)
                    continue;
                await forget.Run(stoppingToken);
                forgotten = time.GetUtcNow();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the site must not stop for a count.
                Stumbled(logger, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Visitors could not be counted; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
