using System.Globalization;
using Community.Shared;
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
internal sealed class SharedPagePolicy(ContentVersions versions, SubjectIds subjects, RelatedLists related, SiteCache site, SiteOrigin origin, IOptions<PageCacheOptions> options) : IOutputCachePolicy
{
    /// <summary>Marks a request whose answer may be shared, for whoever would write something personal into it.</summary>
    public static readonly object IsShared = new();

    // Versions start anew with the process; a browser may hold a page of the one before.
    private static readonly string Process = Guid.NewGuid().ToString("N")[..8];

    private static readonly StringValues Query = new([.. PageAddress.KnownQuery, PageAddress.Jump]);

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

        // Read after its version: what is found here may be newer than that, never older.
        var settings = await site.Get(cancellation);
        var encoding = VisitorCompression.Of(http.Request);
        var tag = $"{shown}-{VisitorWishes.Language(http.Request, settings)}-{VisitorWishes.Theme(http.Request)}-{encoding}";
        var rules = context.CacheVaryByRules;
        if (http.Request.QueryString.HasValue && Query.Any(key => http.Request.Query.ContainsKey(key!)))
            rules.QueryKeys = Query;
        // Pages name their address in full where it is known: on this machine, by the name that was used.
        rules.VaryByHost = false;
        rules.VaryByValues["origin"] = origin.Of(http) ?? "";
        rules.VaryByValues["page"] = tag;
        // What compresses decides by the same word as the key, whatever else the header says.
        http.Request.Headers.AcceptEncoding = encoding;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        // Others wait for what this request renders: it is finished for them although its own browser has gone.
        http.RequestAborted = CancellationToken.None;
        SetEntityTag(http.Response, tag);
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
    private static void SetEntityTag(HttpResponse response, string tag)
    {
        response.Headers.ETag = $"W/\"{tag}\"";
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
        && !http.Request.Cookies.ContainsKey(IdentitySetup.CookieName)
        && StringValues.IsNullOrEmpty(http.Request.Headers.Authorization);

    private async ValueTask<string?> Versions(HttpContext http, SharedPageAttribute page, CancellationToken cancel)
    {
        var frame = versions.Site;
        long? shown = page.Shows switch
        {
            Shows.Frame => 0,
            Shows.Lists => versions.Lists,
            Shows.Idea => await Subject(ContentKind.Idea, http, cancel) is { } id ? versions.Discussion(id) + versions.IdeaNames : null,
            _ => await Subject(ContentKind.Topic, http, cancel) is { } id ? versions.Discussion(id) + (page.NamesRelated ? related.Version(id) : 0) : null,
        };
        return shown is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Process}-{frame:x}-{version:x}") : null;
    }

    private async ValueTask<long?> Subject(ContentKind kind, HttpContext http, CancellationToken cancel) =>
        long.TryParse(http.Request.RouteValues["Number"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await subjects.Of(kind, number, cancel)
            : null;
}
