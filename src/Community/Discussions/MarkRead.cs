using Community.Data;
using Community.Discussions.Reading;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions;

/// <summary>Moves a member's read position up. Never down, and never past the last post.</summary>
public sealed class MarkRead(CommunityData data, TimeProvider time, IOptions<ReadingLimits> limits)
{
    public sealed record Input(long DiscussionId, int Number)
    {
        /// <summary>The position that the caller has just read, so that a view of nothing new costs nothing.</summary>
        public int? Known { get; init; }
    }

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me || input.Number <= input.Known)
            return Done.Yes;
        // Before anything is looked for, or the answer would tell whether there is such a topic.
        if (input.Number < 1)
            return Problem.NotFound();
        // Most views read nothing new: they do not queue for the right to write.
        if (input.Known is null && await data.Read(db => db.ReadPositions.AnyAsync(r => r.MemberId == me && r.DiscussionId == input.DiscussionId && r.Number >= input.Number, cancel), cancel))
            return Done.Yes;

        return await data.Write<Done>(
            async db =>
            {
                var found = await db.Discussions.VisibleTo(actor).Where(d => d.Id == input.DiscussionId)
                    .Select(d => new { d.LastNumber, Position = db.ReadPositions.FirstOrDefault(r => r.MemberId == me && r.DiscussionId == d.Id) })
                    .FirstOrDefaultAsync(cancel);
                if (found is null)
                    return Problem.NotFound();
                var (number, position) = (Math.Min(input.Number, found.LastNumber), found.Position);
                if (position is null)
                    db.ReadPositions.Add(position = new ReadPosition { MemberId = me, DiscussionId = input.DiscussionId });
                position.MoveTo(number, time.GetUtcNow(), limits.Value.VisitLasts);
                return Done.Yes;
            },
            cancel);
    }
}
