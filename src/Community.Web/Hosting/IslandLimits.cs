using System.ComponentModel.DataAnnotations;

namespace Community.Web.Hosting;

/// <summary>The section <c>Community:Islands</c>: how many forms may show while somebody types how a text will look. Others stay plain forms.</summary>
public sealed class IslandLimits
{
    public const string Section = "Community:Islands";

    /// <summary>Of one member: more pages than anybody writes in at a time.</summary>
    [Range(1, 100_000)]
    public int PerMember { get; set; } = 10;

    /// <summary>Of this server together; each takes up to a quarter of a megabyte.</summary>
    [Range(1, 1_000_000)]
    public int Together { get; set; } = 1_000;
}
