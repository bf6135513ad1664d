namespace Community.Data;

/// <summary>Remembers what a create with a client-made id gave back, so that sending it again gives the same.</summary>
public sealed class Receipt
{
    public required long MemberId { get; init; }

    public required Guid Key { get; init; }

    public required long ContentId { get; init; }

    public required DateTimeOffset At { get; init; }
}
