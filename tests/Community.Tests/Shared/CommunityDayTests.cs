using System.Globalization;
using Community.Shared;

namespace Community.Tests.Shared;

public sealed class CommunityDayTests
{
    [Theory]
    [InlineData("2026-04-06T09:00:00Z", "Asia/Tokyo", "2026-04-05T15:00:00Z")]
    [InlineData("2026-04-06T15:00:00Z", "Asia/Tokyo", "2026-04-06T15:00:00Z")]
    [InlineData("2026-04-06T09:00:00Z", "UTC", "2026-04-06T00:00:00Z")]
    [InlineData("2026-04-06T09:00:00Z", "No/Where", "2026-04-06T00:00:00Z")]
    [InlineData("2018-11-04T12:00:00Z", "America/Sao_Paulo", "2018-11-04T03:00:00Z")]
    public void A_day_starts_at_midnight_of_the_community(string now, string zone, string start) =>
        Assert.Equal(At(start), CommunityDay.StartOf(At(now), zone));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
