using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Following;

/// <summary>A tag that stands only where the reader may not look does not exist for them.</summary>
internal sealed class TagTargets : IFollowTargets
{
    public FollowKind Kind => FollowKind.Tag;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var readable = db.Topics.VisibleTo(actor);
        var tags = await db.Tags.Where(t => ids.Contains(t.Id) && db.DiscussionTags.Any(x => x.TagId == t.Id && readable.Any(r => r.Id == x.DiscussionId)))
            .Select(t => new { t.Id, t.Key, t.Name }).ToListAsync(cancel);
        return tags.ToDictionary(t => t.Id, t => ContentName.Of(t.Name, $"/tags/{Uri.EscapeDataString(t.Key)}"));
    }
}
