namespace Community.Discussions;

/// <summary>The highest post number that a member has read in a discussion; only ever moved up.</summary>
public sealed class ReadPosition
{
    public required long MemberId { get; init; }

    public required long DiscussionId { get; init; }

    public int Number { get; set; }

    public DateTimeOffset At { get; set; }
}
