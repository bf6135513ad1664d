using System.ComponentModel.DataAnnotations;
using Community.Shared;

namespace Community.Ideas;

/// <summary>Lengths and windows of ideas and votes, from the section <c>Community:Limits</c> together with those of posts.</summary>
public sealed class IdeaLimits
{
    public const string Section = "Community:Limits";

    public const int MaxReason = 300;
    public const int MaxProxyName = 100;
    public const int MaxEvidence = 1_000;

    [Range(1, 100)]
    public int MinIdeaTitle { get; set; } = 10;

    [Range(1, 100)]
    public int MinIdeaTitleJapanese { get; set; } = 6;

    [Range(20, 255)]
    public int MaxIdeaTitle { get; set; } = 120;

    /// <summary>How many votes a member has in boards with a budget, as long as the ideas are open.</summary>
    [Range(1, 10_000)]
    public int OpenVotes { get; set; } = 6;

    /// <summary>How long an account exists before its votes count: long enough that a crowd made for a vote is seen.</summary>
    public TimeSpan VotesCountAfter { get; set; } = TimeSpan.FromDays(1);

    [Range(0, 1_000_000)]
    public int VotesPerDay { get; set; } = 200;

    [Range(0, 10_000)]
    public int IdeasPerDay { get; set; } = 10;

    public TextLimits Title => new("title", MinIdeaTitle, MinIdeaTitleJapanese, MaxIdeaTitle, 4, 3);
}
