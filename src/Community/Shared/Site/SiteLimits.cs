namespace Community.Shared.Site;

public static class SiteLimits
{
    public static readonly TextLimits Name = new("name", 1, 1, 60);

    public static readonly TextLimits Tagline = new("tagline", 0, 0, 160);

    /// <summary>A line on top of every page, not a page of its own.</summary>
    public static readonly TextLimits Announcement = new("announcement", 0, 0, 200);

    public static readonly TextLimits Document = new("document", 10, 5, 60_000);

    public const int MaxLinkLength = 300;

    public const int MaxAge = 99;
}
