using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Members;

/// <summary>Whom a token acts for, with the rights that it leaves them.</summary>
/// <param name="Actor">Without the rights of a role where the token is not for the staff.</param>
public sealed record TokenHolder(long TokenId, TokenScope Scope, Actor Actor, string DisplayName, string? Language);

/// <summary>Finds the member behind a token that works.</summary>
public sealed class FindTokenHolder(CommunityData data, TimeProvider time)
{
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(10);

    private static readonly Func<CommunityDb, string, Task<Found?>> ByHash = EF.CompileAsyncQuery((CommunityDb db, string hash) =>
        (from token in db.ApiTokens.AsNoTracking()
         where token.Hash == hash
         join member in db.Members on token.MemberId equals member.Id
         join a in db.Accounts on member.Id equals a.Id into accounts
         from account in accounts.DefaultIfEmpty()
         select new Found(
             token, member.Handle, member.DisplayName, member.Role, member.Trust, member.State, member.SuspendedUntil, member.Language,
             account != null && !account.EmailConfirmed)).FirstOrDefault());

    /// <returns>Null for a token that is unknown, expired, revoked, forgotten or of somebody erased: which of them is not told.</returns>
    public async Task<TokenHolder?> Run(string token, CancellationToken cancel)
    {
        var hash = CreateToken.HashOf(token);
        var now = time.GetUtcNow();
        if (await data.Read(db => ByHash(db, hash), cancel) is not { State: not MemberState.Erased } found || !found.Token.Works(now))
            return null;

        if (found.Token.LastUsedAt is not { } last || last + NotedEvery < now)
            await Note(found.Token.Id, now, cancel);
        // A suspension takes the rights of a role away, as it does on pages.
        var role = found.Token.Scope == TokenScope.Staff && !(found.SuspendedUntil > now) ? found.Role : Role.Member;
        var actor = Actor.Of(found.Token.MemberId, found.Handle, role, found.Trust) with { SuspendedUntil = found.SuspendedUntil, IsUnconfirmed = found.IsUnconfirmed };
        return new TokenHolder(found.Token.Id, found.Token.Scope, actor, found.DisplayName, found.Language);
    }

    private Task Note(long id, DateTimeOffset now, CancellationToken cancel) => data.WriteBeside<Done>(
        async db =>
        {
            await db.ApiTokens.Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), cancel);
            return Done.Yes;
        },
        cancel);

    private sealed record Found(
        ApiToken Token, string Handle, string DisplayName, Role Role, TrustLevel Trust, MemberState State, DateTimeOffset? SuspendedUntil, string? Language, bool IsUnconfirmed);
}
