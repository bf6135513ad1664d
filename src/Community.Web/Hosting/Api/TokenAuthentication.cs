using System.Security.Claims;
using System.Text.Encodings.Web;
using Community.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Finds whom the token of a program acts for. Cookies mean nothing to the API, so no other site can make a browser use it.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindTokenHolder holders)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Token";
    private const string Bearer = "Bearer ";
    private static readonly object Found = new();

    /// <summary>Null for a request without a token, and for one whose token does not work.</summary>
    public static TokenHolder? HolderOf(HttpContext http) => http.Items[Found] as TokenHolder;

    public static bool IsGiven(HttpRequest request) => request.Headers.Authorization.Count > 0;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsGiven(Request))
            return AuthenticateResult.NoResult();
        var given = Request.Headers.Authorization is [{ } one] ? one : "";
        if (!given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !CreateToken.IsForm(given[Bearer.Length..]) || await holders.Run(given[Bearer.Length..], Context.RequestAborted) is not { } holder)
            return AuthenticateResult.Fail("token-invalid");

        Context.Items[Found] = holder;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, holder.Actor.MemberId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
