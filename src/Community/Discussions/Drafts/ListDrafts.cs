using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Drafts;

/// <summary>A member's own drafts, the last saved first. A place that they can no longer find stays unnamed.</summary>
public sealed class ListDrafts(CommunityData data, IEnumerable<IDraftPlaces> places)
{
    /// <param name="Draft">With its own words.</param>
    /// <param name="Where">Null where it is gone for this member.</param>
    public sealed record Line(DraftView Draft, DraftWhere? Where);

    public async Task<IReadOnlyList<Line>> Run(Actor actor, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return [];
        return await data.Read(
            async db =>
            {
                var drafts = await db.Drafts.Where(d => d.MemberId == me).OrderByDescending(d => d.SavedAt).ToListAsync(cancel);
                var found = new Dictionary<DraftPlace, DraftWhere>();
                foreach (var kind in drafts.GroupBy(d => d.Kind))
                {
                    foreach (var (id, where) in await places.Find(db, actor, kind.Key, [.. kind.Select(d => d.PlaceId)], cancel))
                        found[new DraftPlace(kind.Key, id)] = where;
                }

                return drafts.ConvertAll(d => new Line(new DraftView(d.Place, d.Text, d.Sequence, d.SavedAt), found.GetValueOrDefault(d.Place)));
            },
            cancel);
    }
}
