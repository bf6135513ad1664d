using System.ComponentModel.DataAnnotations;
using Community.Shared;

namespace Community.Discussions;

/// <summary>Lengths and windows of posts, from the section <c>Community:Limits</c>; the forms and the messages show these figures.</summary>
public sealed class PostLimits
{
    public const string Section = "Community:Limits";

    [Range(1, 1000)]
    public int MinBody { get; set; } = 20;

    /// <summary>Japanese says more with fewer characters.</summary>
    [Range(1, 1000)]
    public int MinBodyJapanese { get; set; } = 8;

    [Range(1000, 50_000)]
    public int MaxBody { get; set; } = 32_000;

    /// <summary>"aaaaaaaa" is no sentence: different characters that a text must have, here and in titles.</summary>
    [Range(0, 10)]
    public int MinDistinct { get; set; } = 5;

    [Range(0, 10)]
    public int MinDistinctJapanese { get; set; } = 3;

    [Range(0, 20)]
    public int MaxTags { get; set; } = 5;

    [Range(1, 64)]
    public int MaxTagLength { get; set; } = 20;

    public TimeSpan PostInterval { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan NewMemberPostInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the same words by the same author count as sent twice by mistake.</summary>
    public TimeSpan DuplicateWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>On their first day a new member can greet, ask and thank, but not flood.</summary>
    [Range(0, 10_000)]
    public int FirstDayReplies { get; set; } = 10;

    [Range(0, 1_000_000)]
    public int ReactionsPerDay { get; set; } = 50;

    /// <summary>Edits that leave a revision behind.</summary>
    [Range(0, 1_000_000)]
    public int EditsPerDay { get; set; } = 30;

    /// <summary>Long enough to mend a slip of the pen before anybody has answered it.</summary>
    public TimeSpan GraceEdit { get; set; } = TimeSpan.FromMinutes(5);

    [Range(0, 10_000)]
    public int GraceEditCharacters { get; set; } = 100;

    /// <summary>A day: long enough to fix, too short to rewrite what others answered.</summary>
    public TimeSpan NewMemberEditWindow { get; set; } = TimeSpan.FromHours(24);

    public TimeSpan MemberEditWindow { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Each in a form of its own; whoever has that many can throw some away.</summary>
    [Range(1, 10_000)]
    public int MaxDrafts { get; set; } = 100;

    /// <summary>Half a year after they were saved last drafts are forgotten.</summary>
    public TimeSpan DraftsKept { get; set; } = TimeSpan.FromDays(180);

    public TextLimits Body => new("body", MinBody, MinBodyJapanese, MaxBody, MinDistinct, MinDistinctJapanese);

    public TimeSpan IntervalOf(TrustLevel trust) => trust == TrustLevel.New ? NewMemberPostInterval : PostInterval;

    public TimeSpan EditWindowOf(TrustLevel trust) => trust == TrustLevel.New ? NewMemberEditWindow : MemberEditWindow;

    public int ReactionsPerDayOf(TrustLevel trust) => PerDay(ReactionsPerDay, trust);

    public int EditsPerDayOf(TrustLevel trust) => PerDay(EditsPerDay, trust);

    // Half as many again once a member is known.
    private static int PerDay(int number, TrustLevel trust) => trust == TrustLevel.New ? number : number * 3 / 2;
}
