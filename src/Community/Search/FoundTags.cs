using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Tags as search finds them.</summary>
internal sealed class FoundTag
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Key { get; init; }

    /// <summary>How many subjects carry it that the reader may see.</summary>
    public required int Count { get; init; }
}

internal static class FoundTags
{
    public static IQueryable<FoundTag> By(CommunityDb db, Subjects subjects, Actor actor)
    {
        var given = db.DiscussionTags.Where(Subjects.AnyOf<DiscussionTag>(subjects.SeenBy(db, actor), t => t.DiscussionId));
        return db.Tags.Select(tag => new FoundTag { Id = tag.Id, Name = tag.Name, Key = tag.Key, Count = given.Count(t => t.TagId == tag.Id) });
    }

    /// <summary>The name as it stands within a write; null where there is no such tag.</summary>
    public static async Task<string?> Name(CommunityDb db, long id, CancellationToken cancel) =>
        await db.Tags.FindAsync([id], cancel) is { } tag && db.Entry(tag).State != EntityState.Deleted ? tag.Name : null;

    /// <summary>The subjects that carry a tag.</summary>
    /// <param name="db">The database.</param>
    /// <param name="tag">As it was typed.</param>
    public static IQueryable<long> Tagged(CommunityDb db, string tag)
    {
        var key = TagNames.Key(tag);
        return db.DiscussionTags.Where(t => db.Tags.Any(known => known.Id == t.TagId && known.Key == key)).Select(t => t.DiscussionId);
    }
}
