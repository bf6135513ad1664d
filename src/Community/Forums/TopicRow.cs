using Community.Data;
using Community.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A topic with what every act on it needs, tracked.</summary>
internal sealed record TopicRow(Topic Topic, Discussion Discussion, Forum Forum)
{
    private static readonly Func<CommunityDb, long, Task<TopicRow?>> ByNumber = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        (from topic in db.Topics
         where topic.Number == number
         join discussion in db.Discussions on topic.Id equals discussion.Id
         join forum in db.Forums on topic.ForumId equals forum.Id
         select new TopicRow(topic, discussion, forum)).FirstOrDefault());

    /// <summary>The hosts of a live thread; of other topics none.</summary>
    public async Task<List<long>> Hosts(CommunityDb db, CancellationToken cancel) =>
        Topic.IsLive ? await db.TopicHosts.Where(h => h.TopicId == Topic.Id).Select(h => h.MemberId).ToListAsync(cancel) : [];

    public static Task<TopicRow?> Find(CommunityDb db, long number) => ByNumber(db, number);
}
