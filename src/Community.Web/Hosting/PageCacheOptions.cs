using System.ComponentModel.DataAnnotations;

namespace Community.Web.Hosting;

/// <summary>The section <c>Community:PageCache</c>: the pages that are kept for visitors.</summary>
public sealed class PageCacheOptions
{
    public const string Section = "Community:PageCache";

    public bool IsOn { get; set; } = true;

    [Range(1, 4096)]
    public int Megabytes { get; set; } = 64;

    /// <summary>How long a page is kept that nobody made old.</summary>
    [Range(1, 86_400)]
    public int Seconds { get; set; } = 600;
}
