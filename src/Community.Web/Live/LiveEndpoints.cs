using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Community.Discussions.Contract;
using Community.Live;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

public static class LiveEndpoints
{
    /// <summary>Something was changed; the event's id is the change number, and its data in how many milliseconds at most it is to be fetched: each reader at some time within.</summary>
    public const string Changed = "changed";

    /// <summary>The reader may not read the discussion any more. Nothing follows.</summary>
    public const string Gone = "gone";

    /// <summary>Who is here, or who writes, is another by now.</summary>
    public const string People = "people";

    /// <summary>Nothing happened.</summary>
    public const string Beat = "beat";

    public static IServiceCollection AddLivePages(this IServiceCollection services)
    {
        services.AddOptions<LiveLimits>().BindConfiguration(LiveLimits.Section);
        // What is set for one hub counts only where it is said here that something is.
        services.AddSignalR().AddHubOptions<LiveHub>(_ => { });
        // It calls each refusal a failure; real ones are logged by the filter.
        services.AddLogging(logs => logs.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddOptions<HubOptions<LiveHub>>().Configure<IOptions<LiveLimits>>((hub, limits) =>
        {
            hub.MaximumReceiveMessageSize = limits.Value.LargestMessage;
            hub.AddFilter<LiveCallLimit>();
        });
        return services.AddSingleton<LiveStreams>().AddSingleton<LiveSignals>().AddSingleton<LiveCallLimit>().AddSingleton<LiveListeners>();
    }

    public static void MapLive(this WebApplication app)
    {
        app.MapGet("/live/stream", Stream).WithMetadata(new LiveDoorAttribute());
        app.MapGet("/live/people", WhoIsHere).WithMetadata(new LiveDoorAttribute());
        app.MapPost("/live/writing", Writes).RequireAuthorization(Policies.Member).WithMetadata(new LiveDoorAttribute());
        var limits = app.Services.GetRequiredService<IOptions<LiveLimits>>().Value;
        app.MapHub<LiveHub>(ApiPath.Hub, hub =>
        {
            // The others would keep what is sent until it is asked for.
            hub.Transports = HttpTransportType.WebSockets;
            (hub.ApplicationMaxBufferSize, hub.TransportMaxBufferSize) = (limits.LargestMessage, limits.LargestMessage);
        });
    }

    /// <summary>Signals of one discussion from a change number on: first whether it has changed since, then whenever it does.</summary>
    private static async Task<IResult> Stream(
        HttpContext http, long discussion, long? after, CurrentActor current, ReadChange changes, LiveFeed feed, LiveStreams streams, LiveSignals signals, LivePresence presence,
        IHostApplicationLifetime life, IOptions<LiveLimits> limits, TimeProvider time, CancellationToken cancel)
    {
        if (!(await changes.Run(current.Actor, discussion, cancel)).Ok)
            return Results.NotFound();
        if (streams.Enter(LiveStreams.ReaderOf(http, current.Actor)) is not { } place)
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);

        http.Response.RegisterForDispose(place);
        if (current is { Actor.MemberId: { } member, HidesPresence: false })
            http.Response.RegisterForDispose(presence.Arrive(discussion, member));
        var over = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.SecondsOfStream), time);
        http.Response.RegisterForDispose(over);
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping, over.Token);
        http.Response.RegisterForDispose(ends);
        http.Response.Headers.CacheControl = "no-cache, no-store";
        // What a proxy kept back would come too late to be live.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var hasCompany = presence.Of(discussion).Here.Any(other => other != current.Actor.MemberId);
        var told = signals.Of(discussion, Last(http.Request) ?? after ?? 0, () => SignedInMember.Again(http), http.Abort, hasCompany, ends.Token);
        return TypedResults.ServerSentEvents(Events(told, () => limits.Value.SpreadOf(feed.Watching(discussion)), ends.Token));
    }

    /// <summary>A fragment: who else is here, in the reader's words.</summary>
    private static async Task<IResult> WhoIsHere(HttpContext http, long discussion, CurrentActor current, ReadPresence presence, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await presence.Run(current.Actor, discussion, cancel)).Value is { } view ? new RazorComponentResult<LivePeople>(new { View = view }) : Results.NotFound();
    }

    /// <summary>The sign that somebody writes, sent by the form at most every three seconds.</summary>
    private static async Task<IResult> Writes([FromForm] long discussion, CurrentActor current, LiveFeed feed, LivePresence presence)
    {
        if (await feed.Standing(discussion) is not { } standing || !standing.CanBeReadBy(current.Actor))
            return Results.NotFound();
        if (!current.HidesPresence)
            presence.Writes(discussion, current.Actor.MemberId!.Value);
        return Results.NoContent();
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(IAsyncEnumerable<LiveSignal> signals, Func<int> spread, [EnumeratorCancellation] CancellationToken cancel)
    {
        // The answer begins with its first event: at once, so that the browser and the proxies on the way know that it is a stream.
        yield return new SseItem<string>("", Beat);
        await foreach (var signal in signals.WithCancellation(cancel))
        {
            yield return signal.Kind == LiveSignalKind.Changed
                ? new SseItem<string>(spread().ToString(CultureInfo.InvariantCulture), Changed) { EventId = signal.Change.ToString(CultureInfo.InvariantCulture) }
                : new SseItem<string>("", NameOf(signal.Kind));
        }
    }

    private static string NameOf(LiveSignalKind kind) => kind switch
    {
        LiveSignalKind.Gone => Gone,
        LiveSignalKind.People => People,
        _ => Beat,
    };

    // A browser that lost its connection says what it heard last.
    private static long? Last(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null;
}
