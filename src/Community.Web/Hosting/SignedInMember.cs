using System.Security.Claims;
using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Hosting;

/// <summary>Reads the member behind the cookie once per request: role, suspension and a changed password count at once.</summary>
internal static class SignedInMember
{
    public const string IsTeam = "is-team";
    public const string IsModerator = "is-moderator";
    public const string IsAdmin = "is-admin";
    public static readonly object Row = new();

    private static readonly Func<CommunityDb, long, Task<MemberRow?>> ById = EF.CompileAsyncQuery((CommunityDb db, long id) =>
        db.Set<Member>().AsNoTracking().Where(m => m.Id == id).Join(
            db.Set<Community.Members.Account>(),
            m => m.Id,
            a => a.Id,
            (m, a) => new MemberRow(m.Id, m.Handle, m.DisplayName, m.Role, m.Trust, m.State, m.SuspendedUntil, m.Language, m.TimeZone, m.Theme, a.SecurityStamp, a.EmailConfirmed, m.HidesPresence))
        .FirstOrDefault());

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var stamp = context.Principal?.FindFirstValue(IdentitySetup.StampClaim);
        MemberRow? row;
        try
        {
            row = long.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await Find(context.HttpContext, id, stamp) : null;
        }
        catch (Exception failure) when (Failures.ReferenceOf(context.HttpContext) is not null && failure.IsOfDatabase())
        {
            // On the way to the page that tells of it: who asks stays unknown, and signed in.
            context.RejectPrincipal();
            return;
        }

        if (row is null || row.State == MemberState.Erased || row.Stamp != stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        var actor = ActorOf(row);
        context.HttpContext.Items[Row] = (row, actor);
        // Made afresh: a renewed cookie carries these claims, and yesterday's rights must not come back with it.
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var isSuspended = actor.SuspendedUntil > now;
        var rights = Sessions.IdentityOf(row.Id, row.Stamp);
        rights.AddClaim(new Claim(IsTeam, actor.IsStaff && !isSuspended ? "1" : "0"));
        rights.AddClaim(new Claim(IsModerator, actor.IsModerator && !isSuspended ? "1" : "0"));
        rights.AddClaim(new Claim(IsAdmin, actor.IsAdmin && !isSuspended ? "1" : "0"));
        context.ReplacePrincipal(new ClaimsPrincipal(rights));
    }

    /// <summary>For answers that last: who the sender of a request is by now. Null where their session has ended.</summary>
    public static async Task<Actor?> Again(HttpContext http)
    {
        if (http.Items[Row] is not (MemberRow before, Actor))
            return Actor.Visitor;
        return await Now(http.RequestServices.GetRequiredService<IDbContextFactory<CommunityDb>>(), before.Id, before.Stamp);
    }

    /// <summary>Who a member is by now. Null where the session with this stamp has ended.</summary>
    public static async Task<Actor?> Now(IDbContextFactory<CommunityDb> contexts, long id, string? stamp)
    {
        var row = await Find(contexts, id);
        return row is null || row.State == MemberState.Erased || row.Stamp != stamp ? null : ActorOf(row);
    }

    private static Actor ActorOf(MemberRow row) =>
        Actor.Of(row.Id, row.Handle, row.Role, row.Trust) with { SuspendedUntil = row.SuspendedUntil, IsUnconfirmed = !row.IsConfirmed };

    private static async Task<MemberRow?> Find(HttpContext http, long id, string? stamp)
    {
        var isEnough = http.GetEndpoint()?.Metadata.GetMetadata<RecentMemberAttribute>() is not null;
        if (isEnough && await http.RequestServices.GetRequiredService<RecentMembers>().Find(id) is { } known && known.Stamp == stamp)
            return known;
        // Another process may have begun the session a moment ago: nobody is signed out for what was kept.
        return await Find(http.RequestServices.GetRequiredService<IDbContextFactory<CommunityDb>>(), id);
    }

    internal static async Task<MemberRow?> Find(IDbContextFactory<CommunityDb> contexts, long id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await ById(db, id);
    }

    internal sealed record MemberRow(
        long Id, string Handle, string DisplayName, Role Role, TrustLevel Trust, MemberState State, DateTimeOffset? SuspendedUntil,
        string? Language, string? TimeZone, Theme Theme, string? Stamp, bool IsConfirmed, bool HidesPresence);
}
