using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The reply forms of topics.</summary>
internal sealed class ReplyPlaces(TimeProvider time) : IDraftPlaces
{
    public DraftKind Kind => DraftKind.Reply;

    public async Task<IReadOnlyDictionary<long, DraftWhere>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var (audiences, now) = (actor.Audiences, time.GetUtcNow());
        var rows = await db.Topics.AsNoTracking()
            .Where(t => ids.Contains(t.Id) && audiences.Contains(t.Audience))
            .Join(db.Forums, t => t.ForumId, f => f.Id, (topic, forum) => new { topic, forum, isHost = db.TopicHosts.Any(h => h.TopicId == topic.Id && h.MemberId == actor.MemberId) })
            .ToListAsync(cancel);
        return rows.Where(r => PostSight.CanReadUnder(actor, r.topic.State, r.topic.AuthorId)).ToDictionary(
            r => r.topic.Id,
            r => new DraftWhere(ContentName.Of(r.topic.Title, TopicSubject.PathOf(r.topic.Number, r.topic.Slug)), ForumRules.WhyNotReply(actor, r.topic, r.forum, now, r.isHost)));
    }
}
