using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Tags as search finds them.</summary>
internal sealed class SearchableTags : ISearchableTags
{
    public IQueryable<SearchableTag> All(CommunityDb db, IReadOnlyList<IQueryable<long>> subjects)
    {
        var given = db.DiscussionTags.Where(IdSets.AnyHas<DiscussionTag>(subjects, t => t.DiscussionId));
        return db.Tags.Select(tag => new SearchableTag { Id = tag.Id, Name = tag.Name, Key = tag.Key, Count = given.Count(t => t.TagId == tag.Id) });
    }

    public async Task<string?> Name(CommunityDb db, long id, CancellationToken cancel) =>
        await db.Tags.FindAsync([id], cancel) is { } tag && db.Entry(tag).State != EntityState.Deleted ? tag.Name : null;

    public IQueryable<long> Tagged(CommunityDb db, string tag)
    {
        var key = TagNames.Key(tag);
        return db.DiscussionTags.Where(t => db.Tags.Any(known => known.Id == t.TagId && known.Key == key)).Select(t => t.DiscussionId);
    }
}
