using Community.Client;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace Community.Web.Live;

/// <summary>
/// Live signals for programs: the ids and change numbers of discussions, never content. What changed is read over the API,
/// as whoever reads it. Signed in by the same tokens; without one, what everybody may read can be watched.
/// </summary>
internal sealed class LiveHub(LiveListeners listeners, LiveStreams streams) : Hub<ILiveClient>
{
    /// <summary>Tells of every change of a discussion after the one given, until <see cref="Unwatch"/>; watched twice, it counts from the new one.</summary>
    /// <returns>The number of the last change.</returns>
    /// <exception cref="HubException"><c>not-found</c>, <c>too-many-watches</c>.</exception>
    public Task<long> Watch(string discussionId, long after) => listeners.Of(Context).Watch(discussionId.ToId(), after);

    public void Unwatch(string discussionId) => listeners.Of(Context).Unwatch(discussionId.ToId());

    public override Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        var actor = TokenAuthentication.HolderOf(http)?.Actor ?? Actor.Visitor;
        if (streams.Connect(LiveStreams.ReaderOf(http, actor)) is { } place)
            listeners.Arrive(Context, place);
        else
            Context.Abort();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Leave(Context);
        return Task.CompletedTask;
    }
}
