using Community.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Community.Web.Forums;

internal static class Intervals
{
    /// <summary>How long somebody waits, in the largest unit that is whole.</summary>
    public static string Interval(this IStringLocalizer<ForumsTexts> texts, int seconds) => seconds switch
    {
        _ when seconds % 3600 == 0 => texts.Plural("IntervalHours", seconds / 3600),
        _ when seconds % 60 == 0 => texts.Plural("IntervalMinutes", seconds / 60),
        _ => texts.Plural("IntervalSeconds", seconds),
    };
}
