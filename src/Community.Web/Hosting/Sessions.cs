using System.Globalization;
using System.Security.Claims;
using Community.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Community.Web.Hosting;

/// <summary>The cookie that keeps a member signed in: who, and the stamp that a changed password voids. Nothing else.</summary>
internal static class Sessions
{
    public static Task Start(HttpContext http, SignedIn who, bool stays) => http.SignInAsync(
        IdentityConstants.ApplicationScheme,
        new ClaimsPrincipal(IdentityOf(who.MemberId, who.Stamp)),
        new AuthenticationProperties { IsPersistent = stays });

    /// <summary>Goes on with another stamp, after the member changed what ends the other sessions.</summary>
    public static async Task Renew(HttpContext http, SignedIn who)
    {
        var running = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await Start(http, who, running.Properties?.IsPersistent ?? false);
    }

    public static Task End(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    public static ClaimsIdentity IdentityOf(long member, string? stamp) => new(
        [new Claim(ClaimTypes.NameIdentifier, member.ToString(CultureInfo.InvariantCulture)), new Claim(IdentitySetup.StampClaim, stamp ?? "")],
        IdentityConstants.ApplicationScheme);
}
