namespace Community.Jobs;

public static class OutboxLimits
{
    /// <summary>With the waits below the last try comes two days after the first: long enough for a mail server's weekend.</summary>
    public const int MaxTries = 15;

    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>For so long a message that is being sent is nobody else's to send. Twice as long as anything of a batch is begun.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long it stays known that something was sent; what it said is forgotten at once.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>The wait doubles with each failure.</summary>
    public static TimeSpan WaitAfter(int failures) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Clamp(failures - 1, 0, 20)));
}
