using System.Security.Claims;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Community.Testing;

/// <summary>The cookie that the running app gives to whoever signs in, for tests that are about something else.</summary>
public static class SessionCookie
{
    public static string Name => IdentitySetup.CookieName;

    public static string Of(IServiceProvider services, long member, string stamp)
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(Sessions.IdentityOf(member, stamp)), IdentityConstants.ApplicationScheme);
        ticket.Properties.IssuedUtc = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return options.TicketDataFormat.Protect(ticket);
    }
}
