using Community.Shared;

namespace Community.Moderation;

/// <summary>A link of the append-only chain: what was done to what, and the hash that ties it to the entry before.</summary>
public sealed class LogEntry
{
    /// <summary>From 1, dense.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }

    public required ContentKind SubjectKind { get; init; }

    public required long SubjectId { get; init; }

    /// <summary>SHA-256 of salt and payload, hexadecimal.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>SHA-256 over the hash before and every column above, hexadecimal.</summary>
    public required string Hash { get; init; }
}

/// <summary>The part of an entry that names people; erasure deletes it, and the chain still holds.</summary>
public sealed class LogPayload
{
    public required long Sequence { get; init; }

    public required string Salt { get; init; }

    /// <summary>The acting member; null for the system.</summary>
    public required long? ActorId { get; init; }

    public required long? MemberId { get; init; }

    public required string? Reason { get; init; }

    public required string? Before { get; init; }

    public required string? After { get; init; }
}
