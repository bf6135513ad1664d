using System.Globalization;
using Community.Shared;

namespace Community.Web.Ui;

/// <summary>Times as the server writes them: absolute, in a zone of its choice, in the words of the current language.</summary>
public static class Moments
{
    /// <summary>Day and time; with the year where it is not this one.</summary>
    public static string Text(DateTimeOffset at, string zone, DateTimeOffset now)
    {
        var local = In(at, zone);
        var isThisYear = local.Year == In(now, zone).Year;
        var format = IsJapanese ? (isThisYear ? "M月d日 H:mm" : "yyyy年M月d日 H:mm") : (isThisYear ? "MMM d, HH:mm" : "MMM d, yyyy, HH:mm");
        return local.ToString(format, CultureInfo.CurrentCulture);
    }

    /// <summary>Day, year and time in the form that the reader's browser gives them, so that nothing moves when it does.</summary>
    public static string Exact(DateTimeOffset at, string zone) =>
        In(at, zone).ToString(IsJapanese ? "yyyy/MM/dd H:mm" : "MMM d, yyyy, h:mm tt", CultureInfo.CurrentCulture);

    public static string Day(DateTimeOffset at, string zone) =>
        In(at, zone).ToString(IsJapanese ? "yyyy年M月d日" : "MMMM d, yyyy", CultureInfo.CurrentCulture);

    public static string Month(DateTimeOffset at, string zone) =>
        In(at, zone).ToString(IsJapanese ? "yyyy年M月" : "MMMM yyyy", CultureInfo.CurrentCulture);

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Languages.Japanese;

    private static DateTimeOffset In(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);
}
