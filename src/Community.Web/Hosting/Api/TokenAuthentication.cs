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

    public static bool IsGiven(HttpRequest request) => request.Headers.Authorization.Count > 0 || InAddress(request) is not null;

    /// <summary>The token as it was sent, whether it works or not; null where there is none, or nothing that could be one.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0)
            return InAddress(request) is { } inAddress && CreateToken.IsForm(inAddress) ? inAddress : null;
        var given = request.Headers.Authorization is [{ } one] ? one : "";
        return given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && CreateToken.IsForm(given[Bearer.Length..]) ? given[Bearer.Length..] : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsGiven(Request))
            return AuthenticateResult.NoResult();
        if (TokenOf(Request) is not { } token || await holders.Run(token, Context.RequestAborted) is not { } holder)
            return AuthenticateResult.Fail("token-invalid");

        Context.Items[Found] = holder;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, holder.Actor.MemberId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    // A script in a browser cannot give a WebSocket a header; nowhere else does a token stand in an address.
    private static string? InAddress(HttpRequest request) =>
        ApiPath.IsHub(request.Path) && request.Query.TryGetValue("access_token", out var given) ? given.ToString() : null;
}
