namespace Community.Shared;

/// <summary>The "day" of limits and caps: a calendar day in the community's zone.</summary>
public static class CommunityDay
{
    /// <param name="now">Any offset.</param>
    /// <param name="timeZone">IANA name; an unknown one counts as UTC.</param>
    public static DateTimeOffset StartOf(DateTimeOffset now, string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
            zone = TimeZoneInfo.Utc;
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date;

        // Where clocks go forward at midnight, that minute does not exist: the day starts when they have.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
