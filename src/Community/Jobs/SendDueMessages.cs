using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Community.Jobs;

/// <summary>
/// Sends the oldest waiting message of each recipient, where it is due. At least once: a stop between sending and
/// noting it sends the same message, with the same id, again, when the time is over for which it was taken.
/// </summary>
public sealed partial class SendDueMessages(
    CommunityData data, TimeProvider time, IEnumerable<OutboxChannel> channels, ILogger<SendDueMessages> logger)
{
    private const int AtOnce = 20;
    private readonly Dictionary<string, OutboxChannel> channels = channels.ToDictionary(c => c.Name);

    /// <returns>How many messages were tried; more may be waiting while this is not zero.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var claimedAt = time.GetUtcNow();
        var due = await Claim(claimedAt, cancel);
        foreach (var message in due)
        {
            // With a server that answers late the rest waits until it is due again: nobody gets it twice.
            if (time.GetUtcNow() >= claimedAt + (OutboxLimits.Lease / 2))
                break;
            // Erased meanwhile, with whoever it was for.
            if (!await data.Read(db => db.Outbox.AnyAsync(m => m.Id == message.Id, cancel), cancel))
                continue;
            var failure = await Try(message, cancel);
            await Note(message.Id, failure, cancel);
        }

        return due.Count;
    }

    // Other processes send as well: what one has taken is not due for the others until it must have stopped.
    private async Task<List<OutboxMessage>> Claim(DateTimeOffset now, CancellationToken cancel)
    {
        var known = channels.Keys.ToArray();
        var claimed = await data.WriteBeside<List<OutboxMessage>>(
            async db =>
            {
                var waiting = db.Outbox.Where(m => m.SentAt == null && m.FailedAt == null);
                var due = await db.HeldWhereFree(waiting
                    .Where(m => m.DueAt <= now && known.Contains(m.Channel))
                    .Where(m => !waiting.Any(o => o.Channel == m.Channel && o.Recipient == m.Recipient && o.Id < m.Id))
                    .OrderBy(m => m.Id)
                    .Take(AtOnce)).ToListAsync(cancel);
                foreach (var message in due)
                    message.DueAt = now + OutboxLimits.Lease;
                return due;
            },
            cancel);
        return claimed.Value!;
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

    private Task Note(long id, Exception? failure, CancellationToken cancel) => data.WriteBeside<Done>(
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
