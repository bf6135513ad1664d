using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>
/// Keeps one caller from having more changes drawn than open pages ask for: each may be a whole page. Asked behind the cache,
/// so that visitors who look at the same share what was drawn once.
/// </summary>
public sealed class ChangesLimit(TimeProvider time, IOptions<RequestLimits> limits)
{
    private readonly RequestWindow minute = new(time, TimeSpan.FromMinutes(1));

    /// <summary>Nothing where there is one left; else a bare answer, after which an open page waits and asks again.</summary>
    public IResult? WhyNot(HttpContext http, CurrentActor current)
    {
        var (member, from) = (current.Actor.MemberId, http.Connection.RemoteIpAddress);
        if (member is null && !limits.Value.CoverPrivateNetworks && CallerAddress.IsPrivate(from))
            return null;
        var taken = minute.Take(CallerAddress.Of(member, from), member is null ? limits.Value.VisitorChangesPerMinute : limits.Value.ChangesPerMinute);
        if (taken.Ok)
            return null;
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.RetryAfter = taken.Seconds.ToString(CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
