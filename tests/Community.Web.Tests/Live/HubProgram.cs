using Community.Client;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Web.Tests.Live;

/// <summary>A program that calls the hub by itself, without <see cref="CommunityClient.WatchDiscussion"/>.</summary>
internal static class HubProgram
{
    public static HubConnection Of(string address, string? token = null, string query = "") => new(
        new HubSockets(token), new JsonHubProtocol(), new UriEndPoint(new Uri($"ws{address["http".Length..]}/live/hub{query}")),
        new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
}
