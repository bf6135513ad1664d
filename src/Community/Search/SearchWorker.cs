using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Search;

/// <summary>Counts the terms of what was written, as long as the host runs; a community from before there was a search gets its entries first.</summary>
public sealed partial class SearchWorker(CommunityData data, ISearchable searchable, CountTerms count, Reindex reindex, TimeProvider time, ILogger<SearchWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var hasEntries = false; ;)
        {
            // Not at the start, which has enough to do.
            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;

            try
            {
                if (!hasEntries && await data.Read(async db => !await db.SearchEntries.AnyAsync(stoppingToken) && await searchable.Posts(db).AnyAsync(stoppingToken), stoppingToken))
                    await reindex.Run(cancel: stoppingToken);
                hasEntries = true;
                await count.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the next look may find it, and the site must not stop for it.
                Stumbled(logger, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What was written could not be counted for search; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
