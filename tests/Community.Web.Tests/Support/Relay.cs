using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Community.Web.Tests.Support;

/// <summary>A network between a program and the host that can be cut and mended.</summary>
public sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> open = [];
    private readonly int target;
    private volatile bool isCut;

    public Relay(string address)
    {
        target = new Uri(address).Port;
        listener.Start();
        _ = Accept();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Whoever is connected is cut off, and nobody gets through.</summary>
    public void Cut()
    {
        isCut = true;
        while (open.TryTake(out var socket))
            socket.Dispose();
    }

    public void Mend() => isCut = false;

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var from = await listener.AcceptSocketAsync();
                var to = new Socket(SocketType.Stream, ProtocolType.Tcp);
                open.Add(from);
                open.Add(to);
                if (isCut)
                {
                    Cut();
                    continue;
                }

                await to.ConnectAsync(IPAddress.Loopback, target);
                _ = Pump(from, to);
                _ = Pump(to, from);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private static async Task Pump(Socket from, Socket to)
    {
        try
        {
            await using var source = new NetworkStream(from);
            await using var sink = new NetworkStream(to);
            await source.CopyToAsync(sink);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException)
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
