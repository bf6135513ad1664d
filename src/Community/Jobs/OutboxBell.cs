using Community.Data;

namespace Community.Jobs;

/// <summary>Something was put into the outbox; raised so that the worker need not wait for its next look.</summary>
public sealed record OutboxFilled : IHeardEverywhere;

/// <summary>Wakes the worker after the commit.</summary>
public sealed class OutboxBell : IAfterCommit<OutboxFilled>
{
    // Not disposed of: it holds nothing but memory, and the worker may still wait while the host is taken down.
    private readonly SemaphoreSlim rung = new(0);

    public Task AfterCommit(OutboxFilled happened, CancellationToken cancel)
    {
        if (rung.CurrentCount == 0)
            rung.Release();
        return Task.CompletedTask;
    }

    /// <summary>Returns when rung, or after a while: another process may have written, or a try be due again.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken cancel) => rung.WaitAsync(atMost, cancel);
}
