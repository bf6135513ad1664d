using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Discussions.Bookmarks;

/// <summary>Looks every minute who is to be reminded, as long as the host runs.</summary>
public sealed partial class BookmarkWorker(RemindOfBookmarks remind, TimeProvider time, ILogger<BookmarkWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;

            try
            {
                await remind.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: who is due stays due.
                Stumbled(logger, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Reminders could not be sent; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
