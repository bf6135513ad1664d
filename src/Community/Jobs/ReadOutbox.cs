using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Jobs;

/// <summary>How the outbox does: what waits, what went out last, what could not be sent.</summary>
/// <param name="LastSentAt">Null where nothing has gone out that is still remembered.</param>
public sealed record OutboxState(int Waiting, DateTimeOffset? LastSentAt, IReadOnlyList<OutboxTrouble> Troubles);

/// <param name="GivenUpAt">Null while it is still tried.</param>
public sealed record OutboxTrouble(long Id, string Channel, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset? GivenUpAt, string Error);

public sealed class ReadOutbox(CommunityData data)
{
    private const int Shown = 20;

    public Task<Result<OutboxState>> Run(Actor actor, CancellationToken cancel = default) => data.Read<Result<OutboxState>>(async db =>
    {
        if (!actor.IsAdmin)
            return Problem.NotFound();
        var waiting = await db.Outbox.CountAsync(m => m.SentAt == null && m.FailedAt == null, cancel);
        var last = await db.Outbox.MaxAsync(m => m.SentAt, cancel);

        // Neither recipient nor text: what was written to whom is not the administrator's to read.
        var troubles = await db.Outbox.Where(m => m.SentAt == null && m.LastError != null).OrderByDescending(m => m.Id).Take(Shown)
            .Select(m => new OutboxTrouble(m.Id, m.Channel, m.CreatedAt, m.Attempts, m.FailedAt, m.LastError!))
            .ToListAsync(cancel);
        return new OutboxState(waiting, last, troubles);
    }, cancel);
}
