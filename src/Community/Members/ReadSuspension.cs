using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>What a suspended member is told on every page.</summary>
public sealed class ReadSuspension(CommunityData data, TimeProvider time)
{
    /// <summary>Null for everybody else, without asking the database.</summary>
    public async Task<Suspension?> Run(Actor actor, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        if (!(actor.SuspendedUntil > now))
            return null;
        var member = await data.Read(db => db.Members.FirstOrDefaultAsync(m => m.Id == actor.MemberId, cancel), cancel);
        return member is null ? null : Suspension.Of(member, now);
    }
}
