using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

internal sealed class TopicNames : IContentNames
{
    public ContentKind Kind => ContentKind.Topic;

    public async Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var topics = await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Title, t.Number, t.Slug }).ToListAsync(cancel);
        return topics.ToDictionary(t => t.Id, t => ContentName.Of(t.Title, TopicSubject.PathOf(t.Number, t.Slug)));
    }
}
