namespace Community.Shared;

/// <summary>The "day" of limits and caps: a calendar day in the community's zone.</summary>
public static class CommunityDay
{
    /// <summary>As the calendar in the zone shows it; an unknown zone counts as UTC.</summary>
    public static DateOnly Of(DateTimeOffset now, string timeZone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(timeZone)).DateTime);

    /// <param name="now">Any offset.</param>
    /// <param name="timeZone">IANA name; an unknown one counts as UTC.</param>
    public static DateTimeOffset StartOf(DateTimeOffset now, string timeZone)
    {
        var zone = Zone(timeZone);
        return Midnight(TimeZoneInfo.ConvertTime(now, zone).Date, zone);
    }

    /// <param name="day">As a calendar in the zone shows it.</param>
    /// <param name="timeZone">IANA name; an unknown one counts as UTC.</param>
    public static DateTimeOffset StartOf(DateOnly day, string timeZone) => Midnight(day.ToDateTime(TimeOnly.MinValue), Zone(timeZone));

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private static DateTimeOffset Midnight(DateTime midnight, TimeZoneInfo zone)
    {
        // Where clocks go forward at midnight, that minute does not exist: the day starts when they have.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
