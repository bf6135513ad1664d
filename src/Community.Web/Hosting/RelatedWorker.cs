namespace Community.Web.Hosting;

/// <summary>Finds the lists of <see cref="RelatedLists"/>, one at a time.</summary>
internal sealed partial class RelatedWorker(RelatedLists lists, ILogger<RelatedWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (actor, topic) in lists.Wanted(stoppingToken))
        {
            try
            {
                await lists.Find(actor, topic, stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                NotFound(topic, failed);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Topics like {Topic} could not be looked for.")]
    private partial void NotFound(long topic, Exception failed);
}
