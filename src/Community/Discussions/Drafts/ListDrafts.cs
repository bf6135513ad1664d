using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Drafts;

/// <summary>A member's own drafts, the last saved first. A place that they can no longer find stays unnamed.</summary>
public sealed class ListDrafts(CommunityData data, IEnumerable<IDraftPlaces> places)
{
    /// <param name="Draft">With its own words.</param>
    /// <param name="Where">What the place is called and its address; null where it is gone for this member.</param>
    public sealed record Line(DraftView Draft, ContentName? Where);

    public async Task<IReadOnlyList<Line>> Run(Actor actor, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return [];
        return await data.Read(
            async db =>
            {
                var drafts = await db.Drafts.Where(d => d.MemberId == me).OrderByDescending(d => d.SavedAt).ToListAsync(cancel);
                var names = new Dictionary<DraftPlace, ContentName>();
                foreach (var kind in drafts.GroupBy(d => d.Kind))
                {
                    foreach (var (id, name) in await places.First(p => p.Kind == kind.Key).Find(db, actor, [.. kind.Select(d => d.PlaceId)], cancel))
                        names[new DraftPlace(kind.Key, id)] = name;
                }

                return drafts.ConvertAll(d => new Line(new DraftView(d.Place, d.Text, d.Sequence, d.SavedAt), names.GetValueOrDefault(d.Place)));
            },
            cancel);
    }
}
