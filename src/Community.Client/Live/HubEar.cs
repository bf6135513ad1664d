using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Client;

/// <summary>One connection to the hub that listens to one discussion, as long as it lasts.</summary>
internal sealed class HubEar : IAsyncDisposable
{
    private readonly HubConnection connection;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private HubEar(Uri hub, string? token)
    {
        connection = new HubConnection(new HubSockets(token), new JsonHubProtocol(), new UriEndPoint(hub), new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        connection.On<string, long>(nameof(ILiveClient.Changed), (_, _) => bell.Writer.TryWrite(true));
        connection.On<string>(nameof(ILiveClient.Gone), _ => bell.Writer.TryWrite(true));
        connection.Closed += _ =>
        {
            bell.Writer.TryComplete();
            return Task.CompletedTask;
        };
    }

    /// <summary>Null where the hub cannot be reached or does not take the watch; why, a call of the API tells.</summary>
    public static async Task<HubEar?> Open(Uri hub, string? token, string discussionId, long after, CancellationToken cancel)
    {
        var ear = new HubEar(hub, token);
        try
        {
            await ear.connection.StartAsync(cancel).ConfigureAwait(false);
            await ear.connection.InvokeAsync<long>("Watch", discussionId, after, cancel).ConfigureAwait(false);
            return ear;
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            await ear.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch
        {
            await ear.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until something happened; false once the connection is lost.</summary>
    public async Task<bool> Heard(CancellationToken cancel)
    {
        if (!await bell.Reader.WaitToReadAsync(cancel).ConfigureAwait(false))
            return false;
        bell.Reader.TryRead(out _);
        return true;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
