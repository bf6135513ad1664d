using Community.Data;
using Community.Discussions.Contract;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Gives a subject its tags and keeps their counts. Runs inside the write of the calling act.</summary>
public sealed class Tagging(Ids ids)
{
    /// <returns>The names before, in order.</returns>
    public async Task<IReadOnlyList<string>> Set(CommunityDb db, long discussionId, bool isVisible, IReadOnlyList<TagName> wanted, CancellationToken cancel = default)
    {
        var given = await db.DiscussionTags.Where(t => t.DiscussionId == discussionId)
            .Join(db.Tags, t => t.TagId, t => t.Id, (tagging, tag) => new { tagging, tag })
            .OrderBy(t => t.tagging.Order)
            .ToListAsync(cancel);

        foreach (var gone in given.Where(g => wanted.All(w => w.Key != g.tag.Key)))
        {
            db.DiscussionTags.Remove(gone.tagging);
            gone.tag.Count -= isVisible ? 1 : 0;
        }

        var keys = wanted.Select(w => w.Key).ToList();
        var added = new List<long>();
        var known = keys.Count == 0 ? [] : await db.Tags.Where(t => keys.Contains(t.Key)).ToDictionaryAsync(t => t.Key, cancel);
        for (var order = 0; order < wanted.Count; order++)
        {
            if (given.FirstOrDefault(g => g.tag.Key == wanted[order].Key) is { } kept)
            {
                kept.tagging.Order = order;
                continue;
            }

            if (!known.TryGetValue(wanted[order].Key, out var tag))
            {
                db.Tags.Add(tag = new Tag { Id = ids.Next(), Name = wanted[order].Name, Key = wanted[order].Key });
                added.Add(tag.Id);
            }

            tag.Count += isVisible ? 1 : 0;
            db.DiscussionTags.Add(new DiscussionTag { DiscussionId = discussionId, TagId = tag.Id, Order = order });
        }

        if (added.Count > 0)
            db.Raise(new TagsChanged(added));
        return given.ConvertAll(g => g.tag.Name);
    }
}
