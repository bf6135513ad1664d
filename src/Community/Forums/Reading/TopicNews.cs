using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Reading;

/// <summary>How far a member has read in topics: from read positions and "all read", never by counting posts.</summary>
internal static class TopicNews
{
    // Where "all read" was said in the middle of a topic: so far back from its end the place is looked for. More that is new is told as this many.
    private const int Window = 100;

    private const int Position = 0;
    private const int Mark = 1;
    private const int FollowedTopic = 2;
    private const int FollowedForum = 3;

    private static readonly Func<CommunityDb, long, long, long, Task<TopicReader?>> ReaderOfOne = EF.CompileAsyncQuery(
        (CommunityDb db, long memberId, long topicId, long forumId) =>
            (from member in db.Members
             where member.Id == memberId
             from position in db.ReadPositions.Where(p => p.MemberId == memberId && p.DiscussionId == topicId).DefaultIfEmpty()
             from follow in db.Follows.Where(f => f.MemberId == memberId && f.Kind == FollowKind.Topic && f.TargetId == topicId).DefaultIfEmpty()
             select new TopicReader(
                 position,
                 db.ReadMarks.Where(r => r.MemberId == memberId && (r.ForumId == forumId || r.ForumId == ReadMark.Everywhere)).Max(r => (long?)r.UpTo),
                 follow == null ? null : follow.Level)).FirstOrDefault());

    /// <summary>All that a member's page of a topic knows of its reader, in one query.</summary>
    public static async Task<TopicReader> ReaderOf(this CommunityDb db, long me, TopicHead head) =>
        await ReaderOfOne(db, me, head.Id, head.Forum.Id) ?? new TopicReader(null, null, null);

    /// <summary>For the topics of a list, up to which number; null for those never opened nor marked.</summary>
    public static async Task<ListReader> ReadIn(this CommunityDb db, long me, IReadOnlyList<TopicSummary> lines, CancellationToken cancel)
    {
        var ids = lines.Select(l => l.Id).Distinct().ToList();
        var rows = await db.ReadPositions.Where(p => p.MemberId == me && ids.Contains(p.DiscussionId))
            .Select(p => new { Of = Position, Id = p.DiscussionId, Value = (long)p.Number })
            .Concat(db.ReadMarks.Where(m => m.MemberId == me).Select(m => new { Of = Mark, Id = m.ForumId, Value = m.UpTo }))
            .Concat(db.Follows.Where(f => f.MemberId == me && (f.Level == FollowLevel.Tracking || f.Level == FollowLevel.Watching)
                    && (f.Kind == FollowKind.Forum || (f.Kind == FollowKind.Topic && ids.Contains(f.TargetId))))
                .Select(f => new { Of = f.Kind == FollowKind.Forum ? FollowedForum : FollowedTopic, Id = f.TargetId, Value = 0L }))
            .ToListAsync(cancel);
        var read = rows.Where(r => r.Of == Position).ToDictionary(r => r.Id, r => (int)r.Value);
        var marks = rows.Where(r => r.Of == Mark).ToDictionary(r => r.Id, r => r.Value);
        var reader = new ListReader(read, rows.Where(r => r.Of == FollowedTopic).Select(r => r.Id).ToHashSet(), rows.Where(r => r.Of == FollowedForum).Select(r => r.Id).ToHashSet());
        if (marks.Count == 0)
            return reader;

        long MarkOf(TopicSummary line) => Math.Max(marks.GetValueOrDefault(ReadMark.Everywhere), marks.GetValueOrDefault(line.Forum.Id));
        foreach (var line in lines.Where(l => l.LastPostId <= MarkOf(l)))
            read[line.Id] = Math.Max(read.GetValueOrDefault(line.Id), line.LastVisibleNumber);
        var begun = lines.Where(l => l.LastPostId > MarkOf(l) && l.Id <= MarkOf(l)).DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => (l.LastNumber, Mark: MarkOf(l)));
        foreach (var (id, number) in begun.Count == 0 ? [] : await NumbersAt(db, begun, cancel))
            read[id] = Math.Max(read.GetValueOrDefault(id), number);
        return reader;
    }

    /// <summary>The same for one topic.</summary>
    public static async Task<int?> ReadIn(this CommunityDb db, TopicReader reader, TopicHead head, CancellationToken cancel)
    {
        var position = reader.Position?.Number;
        if (reader.Mark is not { } mark || head.Id > mark || position >= head.LastVisibleNumber)
            return position;
        var number = head.LastPostId <= mark
            ? head.LastVisibleNumber
            : (await NumbersAt(db, new() { [head.Id] = (head.LastNumber, mark) }, cancel)).GetValueOrDefault(head.Id);
        return Math.Max(position ?? 0, number) is > 0 and var read ? read : position;
    }

    private static async Task<Dictionary<long, int>> NumbersAt(CommunityDb db, Dictionary<long, (int LastNumber, long Mark)> topics, CancellationToken cancel)
    {
        var (ids, oldest) = (topics.Keys.ToList(), topics.Values.Min(t => t.Mark));
        var posts = await db.Posts
            .Join(db.Discussions.Where(d => ids.Contains(d.Id)), p => p.DiscussionId, d => d.Id, (p, d) => new { p.Id, p.DiscussionId, p.Number, d.LastNumber })
            .Where(p => p.Number > p.LastNumber - Window && p.Id > oldest)
            .Select(p => new { p.Id, p.DiscussionId, p.Number })
            .ToListAsync(cancel);
        return posts.Where(p => p.Id > topics[p.DiscussionId].Mark).GroupBy(p => p.DiscussionId).ToDictionary(g => g.Key, g => g.Min(p => p.Number) - 1);
    }
}
