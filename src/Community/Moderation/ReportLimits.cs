using Community.Shared;

namespace Community.Moderation;

public static class ReportLimits
{
    public static readonly TextLimits Note = new("note", 0, 0, 1_000);

    /// <summary>In a calendar day of the community: enough for a watchful member, too few for a feud.</summary>
    public const int PerDay = 20;

    /// <summary>After a decision the same member waits this long before reporting the same thing again.</summary>
    public static readonly TimeSpan AgainAfter = TimeSpan.FromHours(24);
}
