using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The reply forms of topics.</summary>
internal sealed class ReplyPlaces : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Reply;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var audiences = actor.Audiences;
        var topics = await db.Topics.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && audiences.Contains(t.Audience))
            .Select(t => new { t.Id, t.Title, t.Number, t.Slug, t.State, t.AuthorId })
            .ToListAsync(cancel);
        return topics.Where(t => PostSight.CanReadUnder(actor, t.State, t.AuthorId)).ToDictionary(t => t.Id, t => ContentName.Of(t.Title, TopicSubject.PathOf(t.Number, t.Slug)));
    }
}
