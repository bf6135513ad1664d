using Community.Data;

namespace Community.Privacy;

/// <summary>Somebody's account and name are gone; what they left in texts is not yet.</summary>
public sealed record ErasureBegun(long MemberId) : IHeardEverywhere;

/// <summary>Wakes the worker after the commit.</summary>
public sealed class ErasureBell : IAfterCommit<ErasureBegun>
{
    // Not disposed of: it holds nothing but memory, and the worker may still wait while the host is taken down.
    private readonly SemaphoreSlim rung = new(0);

    public Task AfterCommit(ErasureBegun happened, CancellationToken cancel)
    {
        if (rung.CurrentCount == 0)
            rung.Release();
        return Task.CompletedTask;
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancel) => rung.WaitAsync(atMost, cancel);
}
