using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Following;

internal sealed class ForumTargets : IFollowTargets
{
    public FollowKind Kind => FollowKind.Forum;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var forums = await db.Forums.VisibleTo(actor).Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Slug, f.Name }).ToListAsync(cancel);
        return forums.ToDictionary(f => f.Id, f => new ContentName(f.Name, $"/forums/{Uri.EscapeDataString(f.Slug)}"));
    }
}
