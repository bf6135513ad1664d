using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

internal sealed class IdeaNames : IContentNames
{
    public ContentKind Kind => ContentKind.Idea;

    public async Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var ideas = await db.Ideas.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Title, i.Number, i.Slug }).ToListAsync(cancel);
        return ideas.ToDictionary(i => i.Id, i => ContentName.Of(i.Title, IdeaSubject.PathOf(i.Number, i.Slug)));
    }
}
