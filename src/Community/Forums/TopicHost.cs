namespace Community.Forums;

/// <summary>A member whom the staff named as a host of a live thread.</summary>
public sealed class TopicHost
{
    public required long TopicId { get; init; }

    public required long MemberId { get; init; }
}
