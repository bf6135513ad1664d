namespace Community.Discussions.Reading;

/// <summary>Until when the reading of a member has been told: nobody reads more than the time that has passed since, in however many tabs.</summary>
public sealed class ReadClock
{
    public required long MemberId { get; init; }

    public DateTimeOffset At { get; set; }
}
