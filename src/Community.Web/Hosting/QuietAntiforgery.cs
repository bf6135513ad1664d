using Microsoft.AspNetCore.Antiforgery;

namespace Community.Web.Hosting;

/// <summary>
/// Gives a shared page no token: it has no form to protect, and the token's cookie and "no-store" would keep the page
/// from being kept.
/// </summary>
internal sealed class QuietAntiforgery(IAntiforgery inner) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(null, null, "__RequestVerificationToken", null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsShared(httpContext) ? None : inner.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsShared(httpContext) ? None : inner.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsShared(httpContext))
            inner.SetCookieTokenAndHeader(httpContext);
    }

    private static bool IsShared(HttpContext http) => http.Items.ContainsKey(SharedPagePolicy.IsShared);
}
