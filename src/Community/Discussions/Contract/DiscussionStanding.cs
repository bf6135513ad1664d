using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>How far a discussion has changed, and what decides who may read it.</summary>
public sealed record DiscussionStanding(string Audience, long ChangeNumber, PostState Opening, long? AuthorId)
{
    /// <summary>Whether nobody needs to be asked who they are.</summary>
    public bool IsForEverybody => CanBeReadBy(Actor.Visitor);

    public bool CanBeReadBy(Actor actor) => actor.CanSee(Audience) && PostSight.CanReadUnder(actor, Opening, AuthorId);
}
