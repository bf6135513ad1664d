using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

internal sealed class ForumNames : IContentNames
{
    public ContentKind Kind => ContentKind.Forum;

    public async Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var forums = await db.Forums.AsNoTracking().Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Name, f.Slug }).ToListAsync(cancel);
        return forums.ToDictionary(f => f.Id, f => new ContentName(f.Name, $"/forums/{f.Slug}"));
    }
}
