namespace Community.Discussions.Reading;

/// <summary>How long a member read in a discussion on a day of the community.</summary>
public sealed class ReadTime
{
    public required long MemberId { get; init; }

    public required long DiscussionId { get; init; }

    public required DateOnly Day { get; init; }

    public int Seconds { get; set; }
}
