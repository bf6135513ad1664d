namespace Community.Discussions.Seen;

/// <summary>What visitors of a day are hashed with.</summary>
public sealed class SeenSalt
{
    public required DateOnly Day { get; init; }

    public required byte[] Salt { get; init; }
}
