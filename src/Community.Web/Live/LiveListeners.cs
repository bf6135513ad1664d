using System.Collections.Concurrent;
using Community.Client;
using Community.Discussions.Contract;
using Community.Live;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

/// <summary>The programs that are connected to the hub, each with what it watches.</summary>
internal sealed class LiveListeners(
    IHubContext<LiveHub, ILiveClient> hub, ReadChange changes, LiveSignals signals, FindTokenHolder holders, IOptions<LiveLimits> limits, TimeProvider time, ILogger<LiveListener> logger)
{
    private readonly ConcurrentDictionary<string, LiveListener> connected = new();

    public void Arrive(HubCallerContext connection, IDisposable place)
    {
        var token = TokenAuthentication.TokenOf(connection.GetHttpContext()!.Request);
        var listener = connected[connection.ConnectionId] = new LiveListener(
            hub.Clients.Client(connection.ConnectionId), () => ReaderOf(token), connection.Abort, changes, signals, limits.Value, time, place, logger, connection.ConnectionAborted);
        listener.Begin();
    }

    public LiveListener Of(HubCallerContext connection) =>
        connected.TryGetValue(connection.ConnectionId, out var listener) ? listener : throw new HubException("too-many-requests");

    public void Leave(HubCallerContext connection)
    {
        if (connected.TryRemove(connection.ConnectionId, out var listener))
            listener.Dispose();
    }

    // A token that was revoked, or has ended, ends what it listens to.
    private async Task<Actor?> ReaderOf(string? token) => token is null ? Actor.Visitor : (await holders.Run(token, CancellationToken.None))?.Actor;
}
