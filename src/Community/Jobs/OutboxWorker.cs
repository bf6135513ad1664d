using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Jobs;

/// <summary>Sends what acts have put into the outbox, as long as the host runs.</summary>
public sealed partial class OutboxWorker(
    SendDueMessages send, ForgetSentMessages forget, OutboxBell bell, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var forgotAt = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await send.Run(stoppingToken) > 0)
                {
                }

                if (time.GetUtcNow() - forgotAt > ForgetEvery)
                {
                    await forget.Run(stoppingToken);
                    forgotAt = time.GetUtcNow();
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not yet migrated: the next look may find it, and the site must not stop for it.
                Stumbled(logger, failure);
            }

            await bell.Wait(LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be read; trying again")]
    private static partial void Stumbled(ILogger logger, Exception failure);
}
