namespace Community.Discussions.Following;

/// <summary>How much a member wants to hear, from nothing to everything.</summary>
public enum FollowLevel
{
    /// <summary>Vanishes from lists, and is never counted as unread.</summary>
    Muted,

    /// <summary>As for everybody who has said nothing.</summary>
    Normal,

    /// <summary>What is new counts however old it is.</summary>
    Tracking,

    /// <summary>As tracking, and every post is told.</summary>
    Watching,
}
