namespace Community.Browser.Tests.People;

/// <summary>The real time, and what a test adds to it. Never behind the browser's own clock, which decides when a cookie ends.</summary>
internal sealed class MovingClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Pass(TimeSpan span) => _ahead += span;
}
