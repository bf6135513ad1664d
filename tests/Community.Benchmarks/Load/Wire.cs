using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Community.Benchmarks.Load;

/// <summary>A socket and what has come over it and was not used yet: as little of a client as will do, so that thousands fit beside the server.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[512];
    private int count;

    public ReadOnlySpan<byte> Unread => buffer.AsSpan(0, count);

    public static async Task<Wire> Open(Uri server, int receives = 0)
    {
        var wire = new Wire();
        if (receives > 0)
            wire.socket.ReceiveBufferSize = receives;
        await wire.socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return wire;
    }

    public async Task Send(string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));

    public async Task Send(byte[] bytes) => await socket.SendAsync(bytes);

    /// <returns>Whether more has come.</returns>
    public async Task<bool> Receive(CancellationToken cancel = default)
    {
        if (count == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = await socket.ReceiveAsync(buffer.AsMemory(count), cancel);
        count += read;
        return read > 0;
    }

    public void Used(int bytes)
    {
        buffer.AsSpan(bytes, count - bytes).CopyTo(buffer);
        count -= bytes;
    }

    /// <summary>Reads the head of an answer, which must be of this status.</summary>
    public async Task Head(int status)
    {
        int end;
        while ((end = Unread.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await Receive())
                throw new IOException("The server closed the connection.");
        }

        var line = Encoding.ASCII.GetString(Unread[..12]);
        if (line != string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}"))
            throw new IOException($"The server answered {line}.");
        Used(end + 4);
    }

    public void Dispose() => socket.Dispose();
}
