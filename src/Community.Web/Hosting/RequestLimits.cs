using System.ComponentModel.DataAnnotations;

namespace Community.Web.Hosting;

/// <summary>The section <c>Community:RequestLimits</c>: how much one caller may ask of the server.</summary>
public sealed class RequestLimits
{
    public const string Section = "Community:RequestLimits";

    /// <summary>Pages and forms that one address may ask for in ten seconds (Discourse's figure; an IPv6 /64 is one address).</summary>
    [Range(1, 10_000_000)]
    public int PagesPerTenSeconds { get; set; } = 50;

    [Range(1, 10_000_000)]
    public int PagesPerMinute { get; set; } = 200;

    /// <summary>Streams opened and changes fetched by open pages of one address: at most two a second for each reader behind it.</summary>
    [Range(1, 10_000_000)]
    public int LivePerMinute { get; set; } = 3_000;

    /// <summary>Changes drawn for one member: five pages in sight, each told of twice a second.</summary>
    [Range(1, 10_000_000)]
    public int ChangesPerMinute { get; set; } = 600;

    /// <summary>Changes drawn for the visitors of one address. What is drawn once is for all who ask for the same and is not counted again.</summary>
    [Range(1, 10_000_000)]
    public int VisitorChangesPerMinute { get; set; } = 1_200;

    /// <summary>Names looked up while writing, by one member: somebody who types fast does not reach it.</summary>
    [Range(1, 10_000_000)]
    public int NamesPerMinute { get; set; } = 120;

    /// <summary>Searches by one member (Discourse's figures, as the two below).</summary>
    [Range(1, 10_000_000)]
    public int SearchesPerMinute { get; set; } = 30;

    /// <summary>Searches by one address without a member, in a second and in a minute.</summary>
    [Range(1, 10_000_000)]
    public int VisitorSearchesPerSecond { get; set; } = 2;

    [Range(1, 10_000_000)]
    public int VisitorSearchesPerMinute { get; set; } = 15;

    /// <summary>Suggestions and similar topics while one member, or one address, types: one whenever typing pauses.</summary>
    [Range(1, 10_000_000)]
    public int SuggestionsPerMinute { get; set; } = 120;

    /// <summary>Texts that one member's open composers may have rendered: one whenever typing pauses.</summary>
    [Range(1, 10_000_000)]
    public int PreviewsPerMinute { get; set; } = 240;

    /// <summary>Calls of the API by one member, whatever the number of their tokens.</summary>
    [Range(1, 10_000_000)]
    public int ApiPerMinute { get; set; } = 120;

    /// <summary>Calls of the API by one address without a token.</summary>
    [Range(1, 10_000_000)]
    public int ApiVisitorPerMinute { get; set; } = 60;

    /// <summary>Tokens that do not work, from one address. Tokens that do are never kept out by it.</summary>
    [Range(1, 10_000_000)]
    public int WrongTokensPerMinute { get; set; } = 20;

    /// <summary>
    /// Whether addresses of private networks are limited, too. Off, because a proxy that is not named as trusted would
    /// make everybody one such address and lock all out at once.
    /// </summary>
    public bool CoverPrivateNetworks { get; set; }
}
