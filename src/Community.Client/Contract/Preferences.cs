using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>By day or by night.</summary>
[JsonConverter(typeof(OpenEnum<Theme>))]
public enum Theme
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>As the member's device has it.</summary>
    System,

    /// <summary>By day.</summary>
    Light,

    /// <summary>By night.</summary>
    Dark,
}

/// <summary>How the community speaks to a member.</summary>
/// <param name="Language"><c>ja</c> or <c>en</c>; null follows the browser.</param>
/// <param name="TimeZone">An IANA name such as <c>Asia/Tokyo</c>; null follows the community.</param>
/// <param name="Theme">How pages look.</param>
/// <param name="WantsDigest">Whether the member agreed to the digest by mail; null where they never said. Sent as null, their answer stays as it was.</param>
/// <param name="ShowsPresence">Whether others see that the member is here and writes. Sent as null, it stays as it was.</param>
public sealed record Preferences(string? Language, string? TimeZone, Theme Theme, bool? WantsDigest = null, bool? ShowsPresence = null);
