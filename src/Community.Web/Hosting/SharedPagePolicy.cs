using System.Globalization;
using Community.Shared.Site;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Hosting;

/// <summary>
/// Keeps the pages marked with <see cref="SharedPageAttribute"/> for visitors. The versions of what a page shows are part
/// of its key and are read here, before anything is rendered: evicting after a change would let through a page that was
/// rendered before the change and stored after the eviction.
/// </summary>
internal sealed class SharedPagePolicy(ContentVersions versions, TopicIds topics, SiteCache site, IOptions<PageCacheOptions> options) : IOutputCachePolicy
{
    /// <summary>Marks a request whose answer may be shared, for whoever would write something personal into it.</summary>
    public static readonly object IsShared = new();

    // Versions start anew with the process; a browser may hold a page of the one before.
    private static readonly string Process = Guid.NewGuid().ToString("N")[..8];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        var http = context.HttpContext;
        if (!IsForVisitors(http) || http.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is not { } page)
            return;

        http.Items[IsShared] = IsShared;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
        if (!options.Value.IsOn || await Versions(http, page, cancellation) is not { } shown)
            return;

        // Read again after its version: what this request found at its start may have been changed in between.
        var current = http.RequestServices.GetRequiredService<CurrentActor>();
        current.Site = await site.Get(cancellation);
        current.TimeZone = current.Site.TimeZone;
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = new StringValues([.. PageAddress.KnownQuery, PageAddress.Jump]);
        rules.VaryByHost = false;
        rules.VaryByValues["language"] = current.Language;
        rules.VaryByValues["theme"] = current.Theme.ToString();
        rules.VaryByValues["versions"] = shown;
        var encoding = VisitorCompression.Of(http.Request);
        rules.VaryByValues["encoding"] = encoding;
        // What compresses decides by the same word as the key, whatever else the header says.
        http.Request.Headers.AcceptEncoding = encoding;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        SetEntityTag(http.Response, rules);
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(page.Seconds > 0 ? page.Seconds : options.Value.Seconds);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    /// <summary>The versions say when a page is another one, so they are its tag; the address is the browser's own key.</summary>
    private static void SetEntityTag(HttpResponse response, CacheVaryByRules rules)
    {
        response.Headers.ETag = $"W/\"{string.Join('-', rules.VaryByValues.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value))}\"";
        response.OnStarting(
            static state =>
            {
                var answer = (HttpResponse)state;
                if (answer.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified))
                    answer.Headers.Remove(HeaderNames.ETag);
                return Task.CompletedTask;
            },
            response);
    }

    private static bool IsForVisitors(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.User.Identity?.IsAuthenticated != true
        && !http.Request.Cookies.ContainsKey(IdentitySetup.CookieName)
        && StringValues.IsNullOrEmpty(http.Request.Headers.Authorization);

    private async ValueTask<string?> Versions(HttpContext http, SharedPageAttribute page, CancellationToken cancel)
    {
        var frame = versions.Site;
        long? shown = page.Shows switch
        {
            Shows.Frame => 0,
            Shows.Lists => versions.Lists,
            _ => await Topic(http, cancel) is { } id ? versions.Discussion(id) : null,
        };
        return shown is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Process}-{frame:x}-{version:x}") : null;
    }

    private async ValueTask<long?> Topic(HttpContext http, CancellationToken cancel) =>
        long.TryParse(http.Request.RouteValues["Number"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await topics.Of(number, cancel)
            : null;
}
