using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Moves a member's read position up. Never down, and never past the last post.</summary>
public sealed class MarkRead(CommunityData data, TimeProvider time)
{
    public sealed record Input(long DiscussionId, int Number);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me || input.Number < 1)
            return Done.Yes;
        // Most views read nothing new: they do not queue for the right to write.
        if (await data.Read(db => db.ReadPositions.AnyAsync(r => r.MemberId == me && r.DiscussionId == input.DiscussionId && r.Number >= input.Number, cancel), cancel))
            return Done.Yes;

        return await data.Write<Done>(
            async db =>
            {
                var last = await db.Discussions.VisibleTo(actor).Where(d => d.Id == input.DiscussionId).Select(d => (int?)d.LastNumber).FirstOrDefaultAsync(cancel);
                if (last is null)
                    return Problem.NotFound();
                var number = Math.Min(input.Number, last.Value);
                var position = await db.ReadPositions.FindAsync([me, input.DiscussionId], cancel);
                if (position is null)
                    db.ReadPositions.Add(position = new ReadPosition { MemberId = me, DiscussionId = input.DiscussionId });
                if (position.Number < number)
                {
                    position.Number = number;
                    position.At = time.GetUtcNow();
                }

                return Done.Yes;
            },
            cancel);
    }
}
