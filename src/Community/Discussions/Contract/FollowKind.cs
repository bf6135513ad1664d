namespace Community.Discussions.Contract;

/// <summary>What can be followed or muted.</summary>
public enum FollowKind
{
    Topic,
    Forum,
    Tag,
    Idea,
}
