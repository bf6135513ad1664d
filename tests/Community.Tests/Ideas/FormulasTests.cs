using Community.Discussions;
using Community.Ideas.Ranking;

namespace Community.Tests.Ideas;

public sealed class FormulasTests
{
    [Theory]
    [InlineData(1, 1, 0.2065)]
    [InlineData(10, 10, 0.7225)]
    [InlineData(90, 100, 0.8256)]
    [InlineData(600, 1000, 0.5693)]
    [InlineData(5500, 10000, 0.5402)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 10, 0)]
    public void Wilsons_lower_bound(long backers, long seen, double bound) => Assert.Equal(bound, Wilson.LowerBound(backers, seen), 4);

    [Fact]
    public void A_vote_today_weighs_as_much_as_e_a_week_ago()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        var today = HotKey.Sum([(now, 1)]);
        var lastWeek = HotKey.Sum(Enumerable.Repeat((now.AddDays(-7), 1), 1000));

        Assert.Equal(2.718, 1000 / Math.Exp(lastWeek!.Value - today!.Value), 3);
    }

    [Theory]
    [InlineData("2026-11-23T00:00:00Z", "2026-W48 2026-11 2026")]
    [InlineData("2026-11-22T23:59:59Z", "2026-W47 2026-11 2026")]
    [InlineData("2027-01-01T00:00:00Z", "2026-W53 2027-01 2027")]
    [InlineData("2025-12-31T23:00:00-05:00", "2026-W01 2026-01 2026")]
    public void Periods_are_those_of_the_calendar(string at, string periods) =>
        Assert.Equal(periods, string.Join(' ', TopPeriod.Around(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))));
}
