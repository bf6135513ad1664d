using Community.Web.Hosting;

namespace Community.Web.Tests.Hosting;

public sealed class RequestWindowTests
{
    [Fact]
    public void A_caller_has_so_many_in_a_window_and_as_many_again_in_the_next()
    {
        var clock = new Clock(new DateTimeOffset(2026, 11, 22, 12, 0, 50, TimeSpan.Zero));
        var window = new RequestWindow(clock, TimeSpan.FromMinutes(1));

        var taken = Enumerable.Range(0, 3).Select(_ => window.Take(1, 2)).ToList();
        clock.Now += TimeSpan.FromSeconds(10);
        var later = window.Take(1, 2);

        Assert.Equal([true, true, false], taken.Select(t => t.Ok));
        Assert.Equal([1, 0, 0], taken.Select(t => t.Remaining));
        Assert.Equal((10, true, 60), (taken[0].Seconds, later.Ok, later.Seconds));
        Assert.True(window.Take(2, 2).Ok);
    }

    [Fact]
    public void A_request_that_comes_late_does_not_bring_the_window_before_back()
    {
        var clock = new Clock(new DateTimeOffset(2026, 11, 22, 12, 1, 0, TimeSpan.Zero));
        var window = new RequestWindow(clock, TimeSpan.FromMinutes(1));
        window.Take(1, 1);

        clock.Now -= TimeSpan.FromSeconds(1);
        window.Take(1, 1);
        clock.Now += TimeSpan.FromSeconds(1);

        Assert.False(window.Take(1, 1).Ok);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
