using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Topics about what a topic is about.</summary>
public sealed class RelatedTopics(CommunityData data, Subjects subjects, NearSubjects near)
{
    public const int Most = 5;

    /// <returns>Best first; nothing where the actor may not see the topic.</returns>
    public Task<IReadOnlyList<SearchHit>> Run(Actor actor, long topicId, int most = Most, CancellationToken cancel = default) => data.Read<IReadOnlyList<SearchHit>>(
        async db =>
        {
            var seen = subjects.Of(ContentKind.Topic).Subjects(db, actor);
            var entry = await db.SearchEntries.FirstOrDefaultAsync(e => e.DiscussionId == topicId && e.Number == 1 && seen.Any(s => s.Id == e.DiscussionId), cancel);
            return entry is null ? [] : await near.Run(db, actor, ContentKind.Topic, new SearchText(entry.Tokens, entry.TitleTokens, entry.Length), new HashSet<string>(), null, topicId, most, cancel);
        },
        cancel);
}
