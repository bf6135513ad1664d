using System.ComponentModel.DataAnnotations;

namespace Community.Discussions.Bookmarks;

/// <summary>The section <c>Community:Bookmarks</c>.</summary>
public sealed class BookmarkLimits
{
    public const string Section = "Community:Bookmarks";

    /// <summary>Characters of a note.</summary>
    [Range(1, 10_000)]
    public int MaxNote { get; set; } = 500;

    /// <summary>Of one member.</summary>
    [Range(1, 1_000_000)]
    public int MaxBookmarks { get; set; } = 5_000;

    /// <summary>How far ahead a reminder can be.</summary>
    [Range(1, 36_500)]
    public int DaysAhead { get; set; } = 1_830;

    /// <summary>The hour of a reminder's day, in the member's zone.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 9;
}
