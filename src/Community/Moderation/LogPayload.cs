namespace Community.Moderation;

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
