namespace Community.Ideas;

/// <summary>How far an idea has come.</summary>
public enum IdeaStatus
{
    /// <summary>Read by everybody, in a board whose team opens each idea for votes itself.</summary>
    Submitted,

    /// <summary>Waits for a moderator.</summary>
    Held,
    Open,
    UnderReview,
    Planned,
    InProgress,
    Shipped,
    Declined,

    /// <summary>Told together with another idea; <see cref="Idea.MergedIntoId"/> says which.</summary>
    Merged,

    /// <summary>Closed because nothing came of it.</summary>
    Expired,
}
