using Community.Data;
using Community.Discussions.Reading;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Moves a member's read position up. Never down, and never past the last post.</summary>
public sealed class MarkRead(CommunityData data, ReadPlaces places)
{
    public sealed record Input(long DiscussionId, int Number);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Done.Yes;
        // Before anything is looked for, or the answer would tell whether there is such a topic.
        if (input.Number < 1)
            return Problem.NotFound();
        // Most views read nothing new: they do not queue for the right to write.
        if (await data.Read(db => db.ReadPositions.AnyAsync(r => r.MemberId == me && r.DiscussionId == input.DiscussionId && r.Number >= input.Number, cancel), cancel))
            return Done.Yes;

        return await data.WriteBeside<Done>(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                return await places.Move(db, actor, input.DiscussionId, input.Number, cancel);
            },
            cancel);
    }
}
