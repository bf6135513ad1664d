using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Says whether the community belongs to somebody yet.</summary>
public sealed class FindOwner(CommunityData data)
{
    public Task<bool> Exists(CancellationToken cancel) => data.Read(db => db.Members.AnyAsync(m => m.Role == Role.Owner, cancel), cancel);
}
