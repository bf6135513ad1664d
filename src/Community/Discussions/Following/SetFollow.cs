using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Following;

/// <summary>Says how much a member wants to hear of a topic, a forum or a tag. The wanted state, so that twice is as good as once.</summary>
public sealed class SetFollow(CommunityData data, Ids ids, TimeProvider time, IEnumerable<IFollowTargets> targets)
{
    public sealed record Input(FollowKind Kind, long TargetId, FollowLevel Level);

    public async Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        return await data.WriteBeside<Done>(
            async db =>
            {
                await db.HoldMembers([me], cancel);
                var row = await db.Follows.FirstOrDefaultAsync(f => f.MemberId == me && f.Kind == input.Kind && f.TargetId == input.TargetId, cancel);
                var isReadable = (await targets.First(t => t.Kind == input.Kind).Find(db, actor, [input.TargetId], cancel)).ContainsKey(input.TargetId);
                // What one may not read any more can still be let go.
                if (!isReadable && (row is null || input.Level != FollowLevel.Normal))
                    return Problem.NotFound();
                // "Normal" said of a subject keeps it out of what its place and tags say, and what one writes there.
                if (input.Level == FollowLevel.Normal && (input.Kind is not (FollowKind.Topic or FollowKind.Idea) || !isReadable))
                {
                    if (row is not null)
                        db.Follows.Remove(row);
                    return Done.Yes;
                }

                if (row is null)
                    db.Follows.Add(row = new Follow { Id = ids.Next(), MemberId = me, Kind = input.Kind, TargetId = input.TargetId, Level = input.Level, At = time.GetUtcNow() });
                (row.Level, row.At, row.IsAutomatic) = (input.Level, time.GetUtcNow(), false);
                return Done.Yes;
            },
            cancel);
    }
}
