using System.Globalization;
using System.Text;

namespace Community.Benchmarks.Load;

/// <summary>A connection to the bare hub over WebSockets with the JSON protocol, that notes when what was said arrives.</summary>
internal sealed class HubListener : IDisposable
{
    private readonly Wire wire;

    private HubListener(Wire wire) => this.wire = wire;

    public List<Heard> Heard { get; } = [];

    public static async Task<HubListener> Open(Uri server)
    {
        var wire = await Wire.Open(server);
        await wire.Send($"GET /hub HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        await wire.Head(101);
        // A text frame whose mask is zero.
        var hello = Encoding.ASCII.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e");
        await wire.Send([0x81, (byte)(0x80 | hello.Length), 0, 0, 0, 0, .. hello]);
        var listener = new HubListener(wire);
        while (listener.Next() is null)
            await wire.Receive();
        return listener;
    }

    /// <summary>Notes what comes until it is cancelled.</summary>
    public async Task Listen(CancellationToken cancel)
    {
        try
        {
            while (await wire.Receive(cancel))
            {
                var now = TimeProvider.System.GetUtcNow().UtcTicks;
                while (Next() is { } message)
                    Note(message, now);
            }
        }
        catch (OperationCanceledException)
        {
            // Enough was heard.
        }
    }

    public void Dispose() => wire.Dispose();

    private void Note(string message, long now)
    {
        var from = message.IndexOf("\"arguments\":[", StringComparison.Ordinal);
        if (from < 0)
            return;
        var arguments = message[(from + 13)..message.IndexOf(']', from)].Split(',');
        Heard.Add(new Heard(long.Parse(arguments[0], CultureInfo.InvariantCulture), now, long.Parse(arguments[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>The next whole frame, which a server does not mask.</summary>
    private string? Next()
    {
        var unread = wire.Unread;
        if (unread.Length < 2)
            return null;
        var (length, head) = unread[1] < 126 ? (unread[1], 2) : unread.Length < 4 ? (int.MaxValue, 4) : ((unread[2] << 8) | unread[3], 4);
        if (unread.Length - head < length)
            return null;
        var text = Encoding.UTF8.GetString(unread.Slice(head, length));
        wire.Used(head + length);
        return text;
    }
}
