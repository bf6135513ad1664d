using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>What of one kind can be followed. One per kind.</summary>
public interface IFollowTargets
{
    FollowKind Kind { get; }

    /// <summary>Those that the actor may read, by id, with their names and addresses.</summary>
    Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel);
}
