using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Time between two posts of one member in a live thread. The staff and the hosts are not held back by it.</summary>
internal static class SlowMode
{
    /// <summary>When the actor may write again; null where nothing holds them back.</summary>
    public static async Task<DateTimeOffset?> WaitsUntil(
        CommunityDb db, Actor actor, long topicId, int? seconds, DateTimeOffset? until, IReadOnlyCollection<long> hosts, DateTimeOffset now, CancellationToken cancel)
    {
        if (!Holds(actor, seconds, until, hosts, now))
            return null;
        var (me, interval) = (actor.MemberId!.Value, TimeSpan.FromSeconds(seconds!.Value));
        var first = Ids.First(now - interval);
        // Also what its author took away since: it was read.
        var last = await db.Posts.Where(p => p.AuthorId == me && p.Id >= first && p.DiscussionId == topicId).OrderByDescending(p => p.Id).Select(p => (DateTimeOffset?)p.CreatedAt).FirstOrDefaultAsync(cancel);
        var next = last + interval;
        return next > now ? (next < until ? next : until ?? next) : null;
    }

    public static bool Holds(Actor actor, int? seconds, DateTimeOffset? until, IReadOnlyCollection<long> hosts, DateTimeOffset now) =>
        seconds is not null && !(until <= now) && actor.MemberId is { } me && !actor.IsStaff && !hosts.Contains(me);
}
