using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>How alive the community is.</summary>
/// <param name="Members">People who are here, imported ones included.</param>
/// <param name="PostsThisWeek">Posts of the last seven days that everybody may read.</param>
/// <param name="MedianFirstReply">From the opening of a topic of the last seven days to the first reply of somebody else; null where too few were answered to say.</param>
public sealed record Pulse(int Members, int PostsThisWeek, TimeSpan? MedianFirstReply);

/// <summary>Counts at most once a minute: the figures are about days, and every home page asks for them. A place that nobody has set up yet is counted anew.</summary>
public sealed class ReadPulse(CommunityData data, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // With fewer answered topics a median is one person's luck.
    private const int FewestAnswered = 3;

    // A first reply of somebody else stands among the first posts; further down a topic is a monologue.
    private const int FurthestFirstReply = 20;

    private Counted? last;

    public async ValueTask<Pulse> Run(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref last) is { Pulse.Members: > 0 } counted && now - counted.At < Fresh)
            return counted.Pulse;
        var pulse = await data.Read(db => Count(db, now - Week, cancel), cancel);
        Volatile.Write(ref last, new Counted(now, pulse));
        return pulse;
    }

    private static async Task<Pulse> Count(CommunityDb db, DateTimeOffset since, CancellationToken cancel)
    {
        // Ids are in order of time, so a week is a range of the primary key.
        var from = Ids.First(since);
        var members = await db.Members.CountAsync(m => m.State != MemberState.Erased, cancel);
        // Everybody is shown the same figures, so they speak of what everybody may read.
        var topics = db.Topics.VisibleTo(Actor.Visitor);
        var posts = await db.Posts.Where(p => p.Id >= from && p.State == PostState.Visible).Join(topics, p => p.DiscussionId, t => t.Id, (p, _) => p.Id).CountAsync(cancel);
        var waits = await topics
            .Where(t => t.Id >= from && t.ReplyCount > 0)
            .Select(t => new
            {
                t.CreatedAt,
                Replied = db.Posts
                    .Where(p => p.DiscussionId == t.Id && p.Number > 1 && p.Number <= FurthestFirstReply && p.State == PostState.Visible && p.AuthorId != t.AuthorId)
                    .Min(p => (DateTimeOffset?)p.CreatedAt),
            })
            .ToListAsync(cancel);
        return new Pulse(members, posts, Median([.. waits.Where(w => w.Replied is not null).Select(w => w.Replied!.Value - w.CreatedAt)]));
    }

    private static TimeSpan? Median(List<TimeSpan> waits)
    {
        if (waits.Count < FewestAnswered)
            return null;
        waits.Sort();
        var middle = waits.Count / 2;
        return waits.Count % 2 == 1 ? waits[middle] : (waits[middle - 1] + waits[middle]) / 2;
    }

    private sealed record Counted(DateTimeOffset At, Pulse Pulse);
}
