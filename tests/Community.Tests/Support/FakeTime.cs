namespace Community.Tests.Support;

/// <summary>A clock that stands still until somebody moves it.</summary>
public sealed class FakeTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 4, 6, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan span) => now += span;
}
