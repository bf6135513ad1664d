namespace Community.Shared.Site;

/// <summary>What the owner sets up about the community as a whole. One row.</summary>
public sealed class SiteSettings
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public string Name { get; set; } = "Community";

    public LocalizedText Tagline { get; set; } = LocalizedText.Empty;

    /// <summary>The accent as <c>#rrggbb</c>; the shades for both themes are derived from it.</summary>
    public string Accent { get; set; } = "#17694f";

    /// <summary>A drawn mark as checked SVG; empty for the built-in one.</summary>
    public string LogoSvg { get; set; } = "";

    public string DefaultLanguage { get; set; } = Languages.English;

    /// <summary>IANA name. The "day" of limits and caps, and the times in pages before the reader's zone is known.</summary>
    public string TimeZone { get; set; } = "UTC";

    public int MinimumAge { get; set; } = 13;

    public bool IsRegistrationOpen { get; set; } = true;

    /// <summary>Whether the first post of a new member waits for a moderator.</summary>
    public bool HoldsFirstPosts { get; set; }

    /// <summary>One line of Markdown on top of every page; empty for none.</summary>
    public LocalizedText Announcement { get; set; } = LocalizedText.Empty;

    public string? AnnouncementLink { get; set; }

    /// <summary>Raised by whatever makes every cached page old: settings, handles, erasures, an import from another process.</summary>
    public long Epoch { get; set; } = 1;
}
