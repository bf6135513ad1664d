namespace Community.Discussions.Contract;

/// <summary>Which form a draft belongs to.</summary>
public enum DraftKind
{
    /// <summary>An answer in a discussion.</summary>
    Reply,

    /// <summary>A new topic in a forum.</summary>
    Topic,

    /// <summary>The edit of a post.</summary>
    Edit,

    /// <summary>A new idea in a board.</summary>
    Idea,
}
