using System.Globalization;
using System.Security.Claims;
using Community.Data;
using Community.Shared;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Hosting;

/// <summary>Who works in an island, as they are by now: its connection lasts, and the request that opened it is over.</summary>
public sealed class IslandMember(AuthenticationStateProvider authentication, IDbContextFactory<CommunityDb> contexts)
{
    /// <returns>Null where their session has ended.</returns>
    public async Task<Actor?> Find()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await SignedInMember.Now(contexts, id, user.FindFirstValue(IdentitySetup.StampClaim))
            : null;
    }
}
