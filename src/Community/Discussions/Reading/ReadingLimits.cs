using System.ComponentModel.DataAnnotations;

namespace Community.Discussions.Reading;

/// <summary>Windows around reading, from the section <c>Community:Reading</c>.</summary>
public sealed class ReadingLimits
{
    public const string Section = "Community:Reading";

    /// <summary>Half an hour without anything new read ends a visit: until then the line "new since your last visit" stays where it was.</summary>
    public TimeSpan VisitLasts { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Seconds between two reports of one open page.</summary>
    [Range(1, 3600)]
    public int SecondsBetweenReports { get; set; } = 60;

    /// <summary>Seconds after the last key, touch or move of the pointer for which an open page still counts as read.</summary>
    [Range(1, 3600)]
    public int SecondsWithoutInput { get; set; } = 180;

    /// <summary>"All read" is one click beside others: so long it can be taken back.</summary>
    public TimeSpan UndoAllRead { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Different browsers of one network that count as visitors of one discussion on one day: a company behind one address, not a machine with many names.</summary>
    [Range(1, 100_000)]
    public int VisitorsPerNetwork { get; set; } = 50;

    /// <summary>More than that in one report was not read but made up: pages report every minute and stop without input.</summary>
    public TimeSpan LongestReport { get; set; } = TimeSpan.FromMinutes(5);
}
