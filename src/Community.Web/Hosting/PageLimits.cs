using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Keeps one address from asking for more pages than people read. Files that every page needs are not counted, nor is what a proxy asks for itself.</summary>
internal sealed class PageLimits(RequestDelegate next, IOptions<RequestLimits> options, TimeProvider time)
{
    private readonly RequestWindow tenSeconds = new(time, TimeSpan.FromSeconds(10));
    private readonly RequestWindow minute = new(time, TimeSpan.FromMinutes(1));
    private readonly RequestWindow live = new(time, TimeSpan.FromMinutes(1));

    public Task InvokeAsync(HttpContext http)
    {
        var limits = options.Value;
        var from = http.Connection.RemoteIpAddress;
        if ((!limits.CoverPrivateNetworks && CallerAddress.IsPrivate(from)) || IsNotCounted(http))
            return next(http);

        var caller = CallerAddress.Of(from);
        var taken = Take(http, caller, limits);
        if (taken.Ok)
            return next(http);

        // A sentence and nothing else: whoever is too fast is not given a rendered page for it.
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = taken.Seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var wait = taken.Seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(
            $"アクセスが多すぎます。{wait} 秒ほどお待ちください。\nToo many requests. Please wait {wait} seconds.\n", http.RequestAborted);
    }

    // What an open page asks for by itself must not use up what its reader may open.
    private RequestWindow.Taken Take(HttpContext http, UInt128 caller, RequestLimits limits)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<LiveDoorAttribute>() is not null)
            return live.Take(caller, limits.LivePerMinute);
        var taken = tenSeconds.Take(caller, limits.PagesPerTenSeconds);
        return taken.Ok ? minute.Take(caller, limits.PagesPerMinute) : taken;
    }

    // The page about a failure was not asked for by itself.
    private static bool IsNotCounted(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null || ApiPath.Is(http.Request) || http.Request.Path.StartsWithSegments("/health") || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
