using Community.Shared;

namespace Community.Discussions;

/// <summary>What a reader finds in the place of a post.</summary>
public static class PostSight
{
    /// <summary>Whether the text may be read. Whoever wrote it sees what waits or was taken away, and so do moderators.</summary>
    public static bool CanRead(Actor actor, PostState state, long? authorId) => state switch
    {
        PostState.Visible => true,
        PostState.Held or PostState.Hidden or PostState.RemovedByAuthor or PostState.RemovedByStaff => actor.IsModerator || (authorId is not null && authorId == actor.MemberId),
        _ => false,
    };

    /// <summary>Whether what stands under an opening may be read: also where its own words are gone, but were not taken away from readers.</summary>
    public static bool CanReadUnder(Actor actor, PostState opening, long? authorId) =>
        opening is PostState.Erased or PostState.Gap || CanRead(actor, opening, authorId);

    /// <summary>What was never let through leaves no trace for others: a tombstone would say that somebody wrote there.</summary>
    public static bool LeavesTombstone(PostState state) => state is not PostState.Held;
}
