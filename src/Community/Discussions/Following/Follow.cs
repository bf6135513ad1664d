using Community.Discussions.Contract;

namespace Community.Discussions.Following;

/// <summary>What a member said about a topic, a forum, a tag or an idea. Without a row it is <see cref="FollowLevel.Normal"/>.</summary>
public sealed class Follow
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    public required FollowKind Kind { get; init; }

    public required long TargetId { get; init; }

    public required FollowLevel Level { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Whether it came with a post and not by a choice.</summary>
    public bool IsAutomatic { get; set; }
}
