using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>What a token may do.</summary>
[JsonConverter(typeof(OpenEnum<TokenScope>))]
public enum TokenScope
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Reads what the member may read as a member.</summary>
    Read,

    /// <summary>Reads and writes as a member, without the rights of a role.</summary>
    Write,

    /// <summary>Everything that the member may do, the rights of their role included.</summary>
    Staff,
}

/// <summary>Whom a token acts for, and how far.</summary>
public sealed record Me
{
    /// <summary>The member.</summary>
    public required Person Person { get; init; }

    /// <summary>Plain text; may be empty.</summary>
    public required string Bio { get; init; }

    /// <summary>What they have earned so far.</summary>
    public required TrustLevel Trust { get; init; }

    /// <summary>Until when the member can only read.</summary>
    public required DateTimeOffset? SuspendedUntil { get; init; }

    /// <summary>What this token may do.</summary>
    public required TokenScope Scope { get; init; }
}

/// <summary>What others see of a member.</summary>
/// <param name="Name">What they want to be called.</param>
/// <param name="Bio">Plain text; may be empty.</param>
public sealed record Profile(string Name, string Bio);

/// <summary>A token, without its secret.</summary>
public sealed record Token
{
    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    /// <summary>What its maker called it.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required TokenScope Scope { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To ten minutes; null where it never was used.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether it is the one that asks.</summary>
    public required bool IsThis { get; init; }
}
