using Community.Members;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Web.Hosting;

/// <summary>Who makes this request, and how they want to be spoken to. Filled before any page runs.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Visitor;

    /// <summary>The community's settings as this request found them. Not to be changed.</summary>
    public SiteSettings Site { get; set; } = new();

    public string Language { get; set; } = Languages.English;

    public Theme Theme { get; set; }

    /// <summary>Others are not shown that they are here.</summary>
    public bool HidesPresence { get; set; }

    public string? DisplayName { get; set; }

    /// <summary>IANA name of the zone in which times are shown.</summary>
    public string TimeZone { get; set; } = "UTC";
}
