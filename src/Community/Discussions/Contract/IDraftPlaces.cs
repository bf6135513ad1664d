using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>Where forms of one kind stand. Each content capability brings one for each of its forms: several have replies.</summary>
public interface IDraftPlaces
{
    DraftKind Kind { get; }

    /// <summary>Those that the actor can find; of the others nothing is told.</summary>
    Task<IReadOnlyDictionary<long, DraftWhere>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel);
}
