namespace Community.Members;

public enum TokenScope
{
    /// <summary>Reads what the member may read as a member.</summary>
    Read,

    /// <summary>Reads and writes as a member, without the rights of a role.</summary>
    Write,

    /// <summary>Everything that the member may do.</summary>
    Staff,
}

/// <summary>Lets a program act for a member. The token itself is shown once; only its hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>Half a year: what nobody has used for so long is more likely forgotten than wanted.</summary>
    public static readonly TimeSpan UnusedAtMost = TimeSpan.FromDays(180);

    public required long Id { get; init; }

    public required long MemberId { get; init; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string Hash { get; init; }

    public required TokenScope Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To ten minutes: a read must not cost a write each time.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool Works(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now && (LastUsedAt ?? CreatedAt) + UnusedAtMost > now;
}
