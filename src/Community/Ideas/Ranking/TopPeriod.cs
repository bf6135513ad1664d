using System.Globalization;

namespace Community.Ideas.Ranking;

/// <summary>The periods of the top lists: a calendar week, month and year, by UTC so that a list never changes with a setting.</summary>
public enum TopSpan
{
    Week,
    Month,
    Year,
}

public static class TopPeriod
{
    private static readonly TopSpan[] Spans = Enum.GetValues<TopSpan>();

    /// <summary>The name of the period that a time lies in, such as <c>2026-W47</c>, <c>2026-11</c> or <c>2026</c>.</summary>
    public static string Of(TopSpan span, DateTimeOffset at)
    {
        var day = at.UtcDateTime;
        return span switch
        {
            TopSpan.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}"),
            TopSpan.Month => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}"),
            _ => day.Year.ToString("D4", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Every period that a time lies in.</summary>
    public static IEnumerable<string> Around(DateTimeOffset at) => Spans.Select(span => Of(span, at));
}
