using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums.Reading;

/// <summary>How far a member has read in topics: from read positions and "all read", never by counting posts.</summary>
internal static class TopicNews
{
    // Where "all read" was said in the middle of a topic: so far back from its end the place is looked for. More that is new is told as this many.
    private const int Window = 100;

    private static readonly Func<CommunityDb, long, long, long, Task<long?>> MarkOf = EF.CompileAsyncQuery(
        (CommunityDb db, long memberId, long forumId, long everywhere) =>
            db.ReadMarks.Where(m => m.MemberId == memberId && (m.ForumId == forumId || m.ForumId == everywhere)).Max(m => (long?)m.UpTo));

    /// <summary>For the topics of a list, up to which number; null for those never opened nor marked.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> ReadIn(this CommunityDb db, long me, IReadOnlyList<TopicSummary> lines, CancellationToken cancel)
    {
        var ids = lines.Select(l => l.Id).Distinct().ToList();
        var rows = await db.ReadPositions.Where(p => p.MemberId == me && ids.Contains(p.DiscussionId))
            .Select(p => new { IsMark = 0, Id = p.DiscussionId, Value = (long)p.Number })
            .Concat(db.ReadMarks.Where(m => m.MemberId == me).Select(m => new { IsMark = 1, Id = m.ForumId, Value = m.UpTo }))
            .ToListAsync(cancel);
        var read = rows.Where(r => r.IsMark == 0).ToDictionary(r => r.Id, r => (int)r.Value);
        var marks = rows.Where(r => r.IsMark == 1).ToDictionary(r => r.Id, r => r.Value);
        if (marks.Count == 0)
            return read;

        long MarkOf(TopicSummary line) => Math.Max(marks.GetValueOrDefault(ReadMark.Everywhere), marks.GetValueOrDefault(line.Forum.Id));
        foreach (var line in lines.Where(l => l.LastPostId <= MarkOf(l)))
            read[line.Id] = Math.Max(read.GetValueOrDefault(line.Id), line.LastVisibleNumber);
        var begun = lines.Where(l => l.LastPostId > MarkOf(l) && l.Id <= MarkOf(l)).DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => (l.LastNumber, Mark: MarkOf(l)));
        foreach (var (id, number) in begun.Count == 0 ? [] : await NumbersAt(db, begun, cancel))
            read[id] = Math.Max(read.GetValueOrDefault(id), number);
        return read;
    }

    /// <summary>The same for one topic.</summary>
    public static async Task<int?> ReadIn(this CommunityDb db, long me, TopicHead head, int? position, CancellationToken cancel)
    {
        if (await MarkOf(db, me, head.Forum.Id, ReadMark.Everywhere) is not { } mark || head.Id > mark || position >= head.LastVisibleNumber)
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
