namespace Community.Discussions;

/// <summary>What can be seen of a post. Everything but <see cref="Visible"/> shows a tombstone or nothing.</summary>
public enum PostState
{
    Visible,

    /// <summary>Waits for a moderator; its author and staff see it.</summary>
    Held,

    /// <summary>Hidden by staff or by reports; can come back.</summary>
    Hidden,
    RemovedByAuthor,
    RemovedByStaff,
    Erased,

    /// <summary>A number that held nothing when it was imported.</summary>
    Gap,

    /// <summary>Moved elsewhere; <see cref="Post.MovedToId"/> says where.</summary>
    Moved,
}
