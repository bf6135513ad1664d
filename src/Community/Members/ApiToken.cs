namespace Community.Members;

public enum TokenScope
{
    Read,
    Write,
    Staff,
}

/// <summary>Lets a program act for a member. The token itself is shown once; only its hash is kept.</summary>
public sealed class ApiToken
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string Hash { get; init; }

    public required TokenScope Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
