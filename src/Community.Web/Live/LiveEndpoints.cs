using System.Globalization;
using Community.Discussions.Contract;
using Community.Live;
using Community.Shared;
using Community.Web.Hosting;

namespace Community.Web.Live;

public static class LiveEndpoints
{
    /// <summary>Something was changed; the event's id is the change number.</summary>
    public const string Changed = "changed";

    /// <summary>The reader may not read the discussion any more. Nothing follows.</summary>
    public const string Gone = "gone";

    /// <summary>Nothing happened.</summary>
    public const string Beat = "beat";

    public static IServiceCollection AddLivePages(this IServiceCollection services)
    {
        services.AddOptions<LiveLimits>().BindConfiguration(LiveLimits.Section);
        return services.AddSingleton<LiveStreams>().AddSingleton<LiveSignals>();
    }

    public static void MapLive(this WebApplication app) => app.MapGet("/live/stream", Stream).WithMetadata(new LiveDoorAttribute());

    /// <summary>Signals of one discussion from a change number on: first whether it has changed since, then whenever it does.</summary>
    private static async Task<IResult> Stream(
        HttpContext http, long discussion, long? after, CurrentActor current, ReadChange changes, LiveStreams streams, LiveSignals signals, IHostApplicationLifetime life, CancellationToken cancel)
    {
        if (!(await changes.Run(current.Actor, discussion, cancel)).Ok)
            return Results.NotFound();
        if (streams.Enter(ReaderOf(http, current.Actor)) is not { } place)
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);

        http.Response.RegisterForDispose(place);
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        http.Response.Headers.CacheControl = "no-cache, no-store";
        // What a proxy kept back would come too late to be live.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(signals.Of(() => SignedInMember.Again(http), discussion, Last(http.Request) ?? after ?? 0, ends.Token));
    }

    // A browser that lost its connection says what it heard last.
    private static long? Last(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null;

    private static string ReaderOf(HttpContext http, Actor actor) => actor.MemberId is { } member
        ? "m" + member.ToString(CultureInfo.InvariantCulture)
        : "a" + CallerAddress.Of(http.Connection.RemoteIpAddress).ToString(CultureInfo.InvariantCulture);
}
