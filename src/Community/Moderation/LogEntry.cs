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

    /// <summary>The entry that this one took back.</summary>
    public required long? Undoes { get; init; }

    /// <summary>SHA-256 of salt and payload, hexadecimal.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>SHA-256 over the hash before and every column above, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    internal void Follow(string previousHash) => Hash = LogChain.Hash(previousHash, this);
}
