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

    public Task InvokeAsync(HttpContext http)
    {
        var limits = options.Value;
        var from = http.Connection.RemoteIpAddress;
        if ((!limits.CoverPrivateNetworks && CallerAddress.IsPrivate(from)) || IsNotCounted(http))
            return next(http);

        var caller = CallerAddress.Of(from);
        var taken = tenSeconds.Take(caller, limits.PagesPerTenSeconds);
        if (taken.Ok)
            taken = minute.Take(caller, limits.PagesPerMinute);
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

    private static bool IsNotCounted(HttpContext http) =>
        ApiPath.Is(http.Request) || http.Request.Path.StartsWithSegments("/health") || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
