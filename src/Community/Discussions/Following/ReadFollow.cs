using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Following;

public sealed class ReadFollow(CommunityData data)
{
    public async Task<FollowLevel> Run(Actor actor, FollowKind kind, long targetId, CancellationToken cancel = default) => actor.MemberId is { } me
        ? await data.Read(db => db.Follows.Where(f => f.MemberId == me && f.Kind == kind && f.TargetId == targetId).Select(f => (FollowLevel?)f.Level).FirstOrDefaultAsync(cancel), cancel) ?? FollowLevel.Normal
        : FollowLevel.Normal;
}
