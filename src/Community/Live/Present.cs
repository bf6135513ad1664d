namespace Community.Live;

/// <summary>Members by their ids, who has a discussion open and who of them writes.</summary>
public sealed record Present(IReadOnlyList<long> Here, IReadOnlyList<long> Writing)
{
    public static Present Nobody { get; } = new([], []);
}
