namespace Community.Web.Tests.Support;

/// <summary>A clock that stands until it is moved, and then rings what is due.</summary>
public sealed class HeldTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Due> timers = [];
    private DateTimeOffset now = new(2026, 4, 6, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether anybody waits for the clock.</summary>
    public bool IsWaitedFor
    {
        get
        {
            lock (gate)
                return timers.Count > 0;
        }
    }

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Due(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Pass(TimeSpan span)
    {
        List<Due> due;
        lock (gate)
        {
            now += span;
            due = timers.FindAll(timer => timer.At <= now);
            timers.RemoveAll(timer => timer.At <= now);
        }

        foreach (var timer in due)
            timer.Ring();
    }

    private sealed class Due(HeldTime time, Action ring) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                At = time.now + dueTime;
                time.timers.Add(this);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
