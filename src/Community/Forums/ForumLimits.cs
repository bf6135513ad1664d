using System.ComponentModel.DataAnnotations;
using Community.Shared;

namespace Community.Forums;

/// <summary>Lengths and windows of topics, from the section <c>Community:Limits</c> together with those of posts.</summary>
public sealed class ForumLimits
{
    public const string Section = "Community:Limits";

    [Range(1, 100)]
    public int MinTitle { get; set; } = 15;

    [Range(1, 100)]
    public int MinTitleJapanese { get; set; } = 6;

    [Range(20, 255)]
    public int MaxTitle { get; set; } = 255;

    [Range(0, 10)]
    public int MinTitleDistinct { get; set; } = 5;

    [Range(0, 10)]
    public int MinTitleDistinctJapanese { get; set; } = 3;

    public TimeSpan TopicInterval { get; set; } = TimeSpan.FromSeconds(15);

    [Range(0, 10_000)]
    public int FirstDayTopics { get; set; } = 3;

    public TextLimits Title => new("title", MinTitle, MinTitleJapanese, MaxTitle, MinTitleDistinct, MinTitleDistinctJapanese);
}
