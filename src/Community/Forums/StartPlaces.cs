using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The forms for new topics.</summary>
internal sealed class StartPlaces : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Topic;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        await db.Forums.AsNoTracking().VisibleTo(actor).Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Name, f.Slug })
            .ToDictionaryAsync(f => f.Id, f => new ContentName(f.Name, $"/forums/{f.Slug}/new"), cancel);
}
