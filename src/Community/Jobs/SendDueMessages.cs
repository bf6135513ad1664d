using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Community.Jobs;

/// <summary>
/// Sends the oldest waiting message of each recipient, where it is due. At least once: a stop between sending and
/// noting it sends the same message, with the same id, again.
/// </summary>
public sealed partial class SendDueMessages(
    CommunityData data, TimeProvider time, IEnumerable<OutboxChannel> channels, ILogger<SendDueMessages> logger)
{
    private const int AtOnce = 50;
    private readonly Dictionary<string, OutboxChannel> channels = channels.ToDictionary(c => c.Name);

    /// <returns>How many messages were tried; more may be waiting while this is not zero.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var known = channels.Keys.ToArray();
        var due = await data.Read(
            db =>
            {
                var waiting = db.Outbox.Where(m => m.SentAt == null && m.FailedAt == null);
                return waiting
                    .Where(m => m.DueAt <= now && known.Contains(m.Channel))
                    .Where(m => !waiting.Any(o => o.Channel == m.Channel && o.Recipient == m.Recipient && o.Id < m.Id))
                    .OrderBy(m => m.Id)
                    .Take(AtOnce)
                    .ToListAsync(cancel);
            },
            cancel);

        foreach (var message in due)
        {
            var failure = await Try(message, cancel);
            await Note(message.Id, failure, cancel);
        }

        return due.Count;
    }

    private async Task<Exception?> Try(OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            await channels[message.Channel].Send(message, cancel);
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return failure;
        }
    }

    private Task Note(long id, Exception? failure, CancellationToken cancel) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            // Whoever it was for may have been erased while it was being sent.
            if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } message)
                return Done.Yes;
            message.Attempts++;
            if (failure is null)
            {
                message.Sent(now);
                return Done.Yes;
            }

            if (failure is UndeliverableException || message.Attempts >= OutboxLimits.MaxTries)
                message.GiveUp(now, failure.Message);
            else
                message.TryAgain(now + OutboxLimits.WaitAfter(message.Attempts), failure.Message);
            NotSent(logger, failure, id, message.Attempts, message.FailedAt is not null);
            return Done.Yes;
        },
        cancel);

    [LoggerMessage(LogLevel.Warning, "Message {Id} could not be sent (try {Attempt}, given up: {GivenUp})")]
    private static partial void NotSent(ILogger logger, Exception failure, long id, int attempt, bool givenUp);
}
