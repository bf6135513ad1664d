using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Community.Benchmarks.Load;

/// <summary>What came of a load: requests per second and the spread of single requests, in milliseconds.</summary>
internal sealed record LoadResult(double PerSecond, double Median, double P99, double Worst, int Failures, int BytesOfOne);

/// <summary>
/// Asks one address again and again over kept-open sockets. It parses no more than it must, so that the figure is the
/// server's and not a client library's.
/// </summary>
internal static class HttpLoad
{
    public static async Task<LoadResult> Run(Uri address, int connections, TimeSpan time, string? cookie = null, string language = "en")
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nAccept-Language: {language}\r\n" +
            (cookie is null ? "" : $"Cookie: {cookie}\r\n") + "\r\n");
        var clock = Stopwatch.StartNew();
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Client(address, request, clock, time))));
        var spent = clock.Elapsed.TotalSeconds;

        var times = clients.SelectMany(c => c.Times).Order().ToArray();
        double At(double share) => times.Length == 0 ? 0 : times[Math.Min(times.Length - 1, (int)(times.Length * share))];
        return new LoadResult(times.Length / spent, At(.5), At(.99), times.LastOrDefault(), clients.Sum(c => c.Failures), clients.Max(c => c.Bytes));
    }

    private static async Task<(List<double> Times, int Failures, int Bytes)> Client(Uri address, byte[] request, Stopwatch clock, TimeSpan until)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
        var times = new List<double>();
        var (failures, bytes) = (0, 0);
        while (clock.Elapsed < until)
        {
            var start = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            bytes = await Response(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!buffer.AsSpan(0, 12).SequenceEqual("HTTP/1.1 200"u8))
                failures++;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return (times, failures, bytes);
    }

    private static async Task<int> Response(Socket socket, byte[] buffer)
    {
        var got = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(got));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            got += read;
            if (Length(buffer.AsSpan(0, got)) > 0)
                return got;
        }
    }

    /// <summary>The bytes of the answer that has come; 0 while it is not whole.</summary>
    public static int Length(ReadOnlySpan<byte> got)
    {
        var end = got.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return 0;
        var head = got[..end];
        var length = head.IndexOf("Content-Length: "u8);
        if (length < 0)
            return got.EndsWith("0\r\n\r\n"u8) ? got.Length : 0;
        var digits = head[(length + 16)..];
        var line = digits.IndexOf((byte)'\r');
        var whole = end + 4 + int.Parse(line < 0 ? digits : digits[..line], CultureInfo.InvariantCulture);
        return got.Length >= whole ? whole : 0;
    }
}
