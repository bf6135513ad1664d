using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Reading;

/// <summary>What an open page tells of its reader: how far they came and for how long they read. Time that the clock does not allow is dropped.</summary>
public sealed class ReportReading(CommunityData data, ReadPlaces places, SiteCache site, TimeProvider time, IOptions<ReadingLimits> limits)
{
    // Reports wait for the network, some longer than others: what is late is cut to what has passed.
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    /// <param name="DiscussionId">What was read.</param>
    /// <param name="UpTo">The highest number that was in sight.</param>
    /// <param name="Seconds">Since the last report, as the page measured them.</param>
    public sealed record Input(long DiscussionId, int UpTo, int Seconds);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        if (input.UpTo < 1 || input.Seconds < 0)
            return Problem.NotFound();

        var zone = (await site.Get(cancel)).TimeZone;
        return await data.WriteBeside<Done>(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                var moved = await places.Move(db, actor, input.DiscussionId, input.UpTo, cancel);
                if (moved.Ok && input.Seconds > 0)
                    await Count(db, me, input, zone, cancel);
                return moved;
            },
            cancel);
    }

    private async Task Count(CommunityDb db, long me, Input input, string zone, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var clock = await db.ReadClocks.FindAsync([me], cancel);
        var joined = await db.Members.Where(m => m.Id == me).Select(m => m.JoinedAt).FirstAsync(cancel);
        var passed = now - (clock is { } known && known.At > joined ? known.At : joined);
        if (clock is null)
            db.ReadClocks.Add(clock = new ReadClock { MemberId = me });
        clock.At = now;
        var told = TimeSpan.FromSeconds(input.Seconds);
        if (told > limits.Value.LongestReport || told > passed + Lag || told > now - joined)
            return;

        var seconds = (int)Math.Min(input.Seconds, Math.Max(0, passed.TotalSeconds));
        if (seconds == 0)
            return;
        var day = CommunityDay.Of(now, zone);
        if (await db.ReadTimes.FindAsync([me, input.DiscussionId, day], cancel) is not { } row)
            db.ReadTimes.Add(row = new ReadTime { MemberId = me, DiscussionId = input.DiscussionId, Day = day });
        row.Seconds += seconds;
    }
}
