using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Following;

/// <summary>A tag that stands only where the reader may not look does not exist for them.</summary>
internal sealed class TagTargets(IEnumerable<ISearchable> kinds) : IFollowTargets
{
    public FollowKind Kind => FollowKind.Tag;

    public async Task<IReadOnlyDictionary<long, ContentName>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var names = new Dictionary<long, ContentName>();
        foreach (var kind in kinds)
        {
            var readable = kind.Subjects(db, actor);
            var tags = await db.Tags.Where(t => ids.Contains(t.Id) && db.DiscussionTags.Any(x => x.TagId == t.Id && readable.Any(r => r.Id == x.DiscussionId)))
                .Select(t => new { t.Id, t.Key, t.Name }).ToListAsync(cancel);
            foreach (var tag in tags)
                names[tag.Id] = ContentName.Of(tag.Name, $"/tags/{Uri.EscapeDataString(tag.Key)}");
        }

        return names;
    }
}
