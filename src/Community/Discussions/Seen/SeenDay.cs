namespace Community.Discussions.Seen;

/// <summary>How many people saw a discussion for the first time on a day of the community. Members themselves stand in their read positions.</summary>
public sealed class SeenDay
{
    public required long DiscussionId { get; init; }

    public required DateOnly Day { get; init; }

    public int Members { get; set; }

    /// <summary>Somebody who comes back on another day counts again: nothing of them is kept for longer than theirs.</summary>
    public int Visitors { get; set; }
}
