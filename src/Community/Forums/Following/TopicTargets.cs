using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Following;

internal sealed class TopicTargets : IFollowTargets
{
    public FollowKind Kind => FollowKind.Topic;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var audiences = actor.Audiences;
        var topics = await db.Topics.Where(t => ids.Contains(t.Id) && audiences.Contains(t.Audience))
            .Select(t => new { t.Id, t.Number, t.Slug, t.Title, t.State, t.AuthorId }).ToListAsync(cancel);
        return topics.Where(t => PostSight.CanRead(actor, t.State, t.AuthorId))
            .ToDictionary(t => t.Id, t => ContentName.Of(t.Title, FormattableString.Invariant($"/t/{t.Number}/{Uri.EscapeDataString(t.Slug)}")));
    }
}
