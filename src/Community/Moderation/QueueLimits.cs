namespace Community.Moderation;

public static class QueueLimits
{
    public const int PageSize = 25;

    /// <summary>A first post that waits counts as much as a report by a known member: somebody sits before an empty page.</summary>
    public const int HeldSeverity = 2;

    /// <summary>From here about three known members, or a moderator and one more, have spoken.</summary>
    public const int Middle = 4;

    /// <summary>Discourse's mark for hiding at once, 8.33, rounded down.</summary>
    public const int High = 8;

    /// <summary>How many reporters' words stand under an item.</summary>
    public const int Notes = 3;
}
