using Community.Data;
using Community.Discussions.Reading;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Forums.Reading;

/// <summary>Counts everything as read, in one forum and those below it or everywhere, by one stored number however much there is.</summary>
public sealed class MarkAllRead(CommunityData data, Ids ids, TimeProvider time, IOptions<ReadingLimits> limits)
{
    /// <param name="actor">Who has read enough.</param>
    /// <param name="forumSlug">Null for everywhere.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<Done>> Run(Actor actor, string? forumSlug, CancellationToken cancel = default) =>
        Change(actor, forumSlug, (mark, now) => mark.Raise(ids.Next(), now, limits.Value.UndoAllRead), cancel);

    /// <summary>Takes it back, soon after. Twice is as good as once.</summary>
    public async Task<Result<Done>> Undo(Actor actor, string? forumSlug, CancellationToken cancel = default)
    {
        var isTooLate = false;
        var done = await Change(
            actor, forumSlug,
            (mark, now) =>
            {
                if (mark.CanUndo(now, limits.Value.UndoAllRead))
                    mark.Undo();
                else
                    isTooLate |= mark.At != default;
            },
            cancel);
        return done.Ok && isTooLate ? Problem.Conflict("undo-too-late") : done;
    }

    /// <summary>For how long it can still be taken back; null where there is nothing to take back by now.</summary>
    public async Task<TimeSpan?> UndoLeft(Actor actor, long forumId, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        return actor.MemberId is { } me
            && await data.Read(db => db.ReadMarks.FirstOrDefaultAsync(m => m.MemberId == me && m.ForumId == forumId, cancel), cancel) is { } mark
            && mark.CanUndo(now, limits.Value.UndoAllRead)
            ? mark.At + limits.Value.UndoAllRead - now
            : null;
    }

    private async Task<Result<Done>> Change(Actor actor, string? forumSlug, Action<ReadMark, DateTimeOffset> change, CancellationToken cancel)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        return await data.Write<Done>(
            async db =>
            {
                if (await Forums(db, actor, forumSlug, cancel) is not [_, ..] forums)
                    return Problem.NotFound();
                var marks = await db.ReadMarks.Where(m => m.MemberId == me && forums.Contains(m.ForumId)).ToDictionaryAsync(m => m.ForumId, cancel);
                foreach (var forum in forums)
                {
                    if (!marks.TryGetValue(forum, out var mark))
                        db.ReadMarks.Add(mark = new ReadMark { MemberId = me, ForumId = forum });
                    change(mark, time.GetUtcNow());
                }

                return Done.Yes;
            },
            cancel);
    }

    /// <summary>The forum and those below it that the actor may read.</summary>
    private static async Task<List<long>> Forums(CommunityDb db, Actor actor, string? slug, CancellationToken cancel)
    {
        if (slug is null)
            return [ReadMark.Everywhere];
        var readable = db.Forums.VisibleTo(actor);
        return await readable.Where(f => f.Slug == slug || readable.Any(above => above.Slug == slug && above.Id == f.ParentId))
            .OrderBy(f => f.Slug == slug ? 0 : 1).Select(f => f.Id).ToListAsync(cancel) is [var first, ..] found
            && await readable.AnyAsync(f => f.Id == first && f.Slug == slug, cancel) ? found : [];
    }
}
