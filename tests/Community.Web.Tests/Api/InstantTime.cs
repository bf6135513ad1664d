namespace Community.Web.Tests.Api;

/// <summary>A clock on which every wait is over at once, and is kept.</summary>
public sealed class InstantTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 4, 6, 9, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    /// <summary>What happens while somebody waits.</summary>
    public Action<TimeSpan>? OnWait { get; init; }

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        now += dueTime;
        OnWait?.Invoke(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
