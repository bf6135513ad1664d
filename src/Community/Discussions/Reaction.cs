namespace Community.Discussions;

/// <summary>An entry of the reactions' ledger. Taking one back sets <see cref="UndoneAt"/>; rows are never deleted.</summary>
public sealed class Reaction
{
    public required long Id { get; init; }

    public required long PostId { get; init; }

    /// <summary>Null for likes that were imported as a bare number.</summary>
    public required long? MemberId { get; init; }

    public required ReactionKind Kind { get; init; }

    /// <summary>1 for a person; the number for likes without people, which never count as people.</summary>
    public int Count { get; init; } = 1;

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}
