using System.ComponentModel.DataAnnotations;

namespace Community.Privacy;

public sealed class PrivacyLimits
{
    public const string Section = "Community:Limits";

    /// <summary>Longer than any request lasts: what the member had begun is over, and a last look finds what it left.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>A download reads everything that somebody ever wrote.</summary>
    [Range(1, 1_000)]
    public int DownloadsPerDay { get; set; } = 3;
}
