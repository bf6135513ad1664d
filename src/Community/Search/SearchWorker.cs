using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Search;

/// <summary>Counts the terms of what was written, as long as the host runs; a community from before there was a search gets its entries first.</summary>
public sealed partial class SearchWorker(CountTerms count, Reindex reindex, TimeProvider time, ILogger<SearchWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var (isWhole, isStart) = (false, true); !stoppingToken.IsCancellationRequested; isStart = false)
        {
            try
            {
                isWhole = isWhole || await reindex.IsWhole(stoppingToken);
                // The start has enough to do without it.
                if (!isStart)
                {
                    isWhole = isWhole || await reindex.Run(cancel: stoppingToken) is not null;
                    await count.Run(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the next look may find it, and the site must not stop for it.
                Stumbled(logger, failure);
            }

            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "What was written could not be counted for search; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
