using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Topics about what a topic is about.</summary>
public sealed class RelatedTopics(CommunityData data, ISearchable searchable, NearTopics near)
{
    public const int Most = 5;

    /// <returns>Best first; nothing where the actor may not see the topic.</returns>
    public Task<IReadOnlyList<SearchHit>> Run(Actor actor, long topicId, int most = Most, CancellationToken cancel = default) => data.Read<IReadOnlyList<SearchHit>>(
        async db =>
        {
            var subjects = searchable.Subjects(db, actor);
            var entry = await db.SearchEntries.FirstOrDefaultAsync(e => e.DiscussionId == topicId && e.Number == 1 && subjects.Any(s => s.Id == e.DiscussionId), cancel);
            return entry is null ? [] : await near.Run(db, actor, new SearchText(entry.Tokens, entry.TitleTokens, entry.Length), topicId, most, cancel);
        },
        cancel);
}
