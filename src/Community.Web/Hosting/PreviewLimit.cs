using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Web.Hosting;

/// <summary>Keeps a member's islands from rendering more than anybody types: what is sent to them passes no other limit.</summary>
public sealed class PreviewLimit(TimeProvider time, IOptions<RequestLimits> limits)
{
    private readonly RequestWindow minute = new(time, TimeSpan.FromMinutes(1));

    public Problem? WhyNot(Actor actor) =>
        minute.Take((UInt128)(actor.MemberId ?? 0), limits.Value.PreviewsPerMinute) is { Ok: false } taken ? Problem.TooFast("too-many-requests", taken.Reset) : null;
}
