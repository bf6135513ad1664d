using Community.Shared;

namespace Community.Discussions.Bookmarks;

public static class BookmarkRules
{
    /// <summary>The first day on which a reminder can still come: today, until its hour is over.</summary>
    /// <param name="now">Any offset.</param>
    /// <param name="timeZone">IANA name, of whoever is reminded.</param>
    /// <param name="hour">As <see cref="BookmarkLimits.Hour"/>.</param>
    public static DateOnly FirstDay(DateTimeOffset now, string timeZone, int hour)
    {
        var today = CommunityDay.Of(now, timeZone);
        return At(today, timeZone, hour) > now ? today : today.AddDays(1);
    }

    internal static DateTimeOffset At(DateOnly day, string timeZone, int hour) => CommunityDay.StartOf(day, timeZone).AddHours(hour);
}
