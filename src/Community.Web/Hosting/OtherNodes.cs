using Community.Data;
using Community.Shared.Site;

namespace Community.Web.Hosting;

/// <summary>
/// Hears what other processes on the same database have written. While they cannot be heard, no page is taken for fresh for longer
/// than a second; once they can, everything is looked at anew, and who missed a signal catches up by change number.
/// </summary>
internal sealed partial class OtherNodes(NodeSignals signals, EventDispatcher dispatcher, ContentVersions versions, TimeProvider time, ILogger<OtherNodes> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signals.Listen(() => dispatcher.AfterCommit(new SiteChanged()), stoppingToken);
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                NotHeard(logger, failure.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            versions.BumpSite();
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Other processes on this database cannot be heard: {Reason}; trying again")]
    private static partial void NotHeard(ILogger logger, string reason);
}
