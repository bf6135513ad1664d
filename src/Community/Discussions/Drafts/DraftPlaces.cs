using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;

namespace Community.Discussions.Drafts;

internal static class DraftPlaces
{
    /// <summary>The forms of a kind with these ids that the actor can find, whoever has them.</summary>
    public static async Task<IReadOnlyDictionary<long, DraftWhere>> Find(
        this IEnumerable<IDraftPlaces> places, CommunityDb db, Actor actor, DraftKind kind, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = new Dictionary<long, DraftWhere>();
        foreach (var of in places.Where(p => p.Kind == kind))
        {
            foreach (var (id, where) in await of.Find(db, actor, ids, cancel))
                found[id] = where;
        }

        return found;
    }
}
