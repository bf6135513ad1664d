using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The forms for new topics.</summary>
internal sealed class StartPlaces(TimeProvider time) : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Topic;

    public async Task<IReadOnlyDictionary<long, DraftWhere>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var forums = await db.Forums.AsNoTracking().VisibleTo(actor).Where(f => ids.Contains(f.Id)).ToListAsync(cancel);
        return forums.ToDictionary(f => f.Id, f => new DraftWhere(new ContentName(f.Name, $"/forums/{f.Slug}/new"), ForumRules.WhyNotStart(actor, f, now)));
    }
}
