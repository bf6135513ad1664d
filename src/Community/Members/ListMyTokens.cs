using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>A token as its owner sees it: everything but the token itself.</summary>
public sealed record TokenLine(long Id, string Name, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

public sealed class ListMyTokens(CommunityData data, TimeProvider time)
{
    /// <summary>Those that still work, the last made first.</summary>
    public async Task<IReadOnlyList<TokenLine>> Run(Actor actor, CancellationToken cancel)
    {
        if (actor.MemberId is not { } me)
            return [];
        var now = time.GetUtcNow();
        var unused = now - ApiToken.UnusedAtMost;
        return await data.Read(
            db => db.ApiTokens
                .Where(t => t.MemberId == me && t.RevokedAt == null && t.ExpiresAt > now && (t.LastUsedAt ?? t.CreatedAt) > unused)
                .OrderByDescending(t => t.Id)
                .Select(t => new TokenLine(t.Id, t.Name, t.Scope, t.CreatedAt, t.ExpiresAt, t.LastUsedAt))
                .ToListAsync(cancel),
            cancel);
    }
}
