using System.Net;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Keeps one caller from searching faster than anybody reads what was found. What comes while typing is counted apart.</summary>
public sealed class SearchLimit(TimeProvider time, IOptions<RequestLimits> options)
{
    private readonly RequestWindow second = new(time, TimeSpan.FromSeconds(1));
    private readonly RequestWindow minute = new(time, TimeSpan.FromMinutes(1));
    private readonly RequestWindow typing = new(time, TimeSpan.FromMinutes(1));

    /// <summary>Nothing where there is one left.</summary>
    public Problem? WhyNotSearch(Actor actor, IPAddress? from)
    {
        var (limits, caller) = (options.Value, CallerAddress.Of(actor.MemberId, from));
        if (actor.IsMember)
            return TooMany(minute.Take(caller, limits.SearchesPerMinute));
        if (IsEverybody(from))
            return null;
        return TooMany(second.Take(caller, limits.VisitorSearchesPerSecond)) ?? TooMany(minute.Take(caller, limits.VisitorSearchesPerMinute));
    }

    /// <summary>The same for suggestions and similar topics.</summary>
    public Problem? WhyNotSuggest(Actor actor, IPAddress? from) =>
        !actor.IsMember && IsEverybody(from) ? null : TooMany(typing.Take(CallerAddress.Of(actor.MemberId, from), options.Value.SuggestionsPerMinute));

    // As with pages: behind a proxy that nobody named, one address is all visitors.
    private bool IsEverybody(IPAddress? from) => !options.Value.CoverPrivateNetworks && CallerAddress.IsPrivate(from);

    private static Problem? TooMany(RequestWindow.Taken taken) => taken.Ok ? null : Problem.TooFast("too-many-requests", taken.Reset);
}
