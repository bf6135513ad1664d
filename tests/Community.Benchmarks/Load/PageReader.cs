using System.Buffers.Text;
using System.Globalization;

namespace Community.Benchmarks.Load;

/// <summary>
/// An open page of a topic as its script is: hears the stream, and on a signal fetches what changed since its own number,
/// one at a time. When the page is full it goes on to the page of what is new, as who follows the pill does.
/// </summary>
internal sealed class PageReader : IDisposable
{
    private const int PostsOfPage = 20;

    private readonly Uri server;
    private readonly long topic;
    private readonly string headers;
    private readonly Wire stream;
    private Wire? fetches;
    private long changed;
    private long page;

    private PageReader(Uri server, long topic, string headers, Wire stream, long changed, long page) =>
        (this.server, this.topic, this.headers, this.stream, this.changed, this.page) = (server, topic, headers, stream, changed, page);

    /// <summary>Signals, by change number.</summary>
    public List<Heard> Heard { get; } = [];

    /// <summary>Fragments, by the highest post number that they told of.</summary>
    public List<Heard> Shown { get; } = [];

    /// <param name="cookie">A member's session; null for a visitor.</param>
    /// <param name="receives">The bytes that the kernel keeps for a reader who does not take them; 0 for its own measure.</param>
    public static async Task<PageReader> Open(Uri server, long discussion, long topic, long changed, long page, string? cookie, int receives)
    {
        var wire = await Wire.Open(server, receives);
        var headers = $"Host: {server.Authority}\r\nAccept-Language: en\r\n" + (cookie is null ? "" : $"Cookie: {cookie}\r\n");
        await wire.Send($"GET /live/stream?discussion={discussion}&after={changed} HTTP/1.1\r\n{headers}\r\n");
        await wire.Head(200);
        return new PageReader(server, topic, headers, wire, changed, page);
    }

    /// <param name="takes">Whether it fetches what it hears of.</param>
    public async Task Listen(bool takes, CancellationToken cancel)
    {
        try
        {
            var fetching = Task.CompletedTask;
            if (takes)
                fetches = await Wire.Open(server);
            while (await stream.Receive(cancel))
            {
                var now = TimeProvider.System.GetUtcNow().UtcTicks;
                while (Next() is { } signal)
                {
                    Heard.Add(new Heard(signal.Number, now));
                    if (takes && fetching.IsCompleted)
                    {
                        await fetching;
                        fetching = Fetch(signal.Spread, cancel);
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Enough was heard.
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        fetches?.Dispose();
    }

    /// <summary>The id of the next event that has one, and the milliseconds in which what it tells of is to be fetched.</summary>
    private (long Number, int Spread)? Next()
    {
        var unread = stream.Unread;
        var from = unread.IndexOf("\nid: "u8);
        if (from < 0)
            return null;
        var digits = unread[(from + 5)..];
        if (digits.IndexOf((byte)'\n') < 0 || !Utf8Parser.TryParse(digits, out long id, out var length))
            return null;
        var data = unread[..from].LastIndexOf("data: "u8);
        var spread = data >= 0 && Utf8Parser.TryParse(unread[(data + 6)..from], out int milliseconds, out _) ? milliseconds : 0;
        stream.Used(from + 5 + length);
        return (id, spread);
    }

    private async Task Fetch(int spread, CancellationToken cancel)
    {
        // As live-topic.js does.
        await Task.Delay((int)(spread * (.2 + (.8 * Random.Shared.NextDouble()))), cancel);
        while (changed < Heard[^1].Number)
        {
            var (news, last, end) = await Ask(changed, cancel);
            if (last > end)
            {
                page = ((last - 1) / PostsOfPage) + 1;
                (news, last, _) = await Ask(0, cancel);
            }

            changed = Math.Max(changed, news);
            Shown.Add(new Heard(last, TimeProvider.System.GetUtcNow().UtcTicks));
        }
    }

    private async Task<(long Change, long Last, long End)> Ask(long after, CancellationToken cancel)
    {
        var wire = fetches!;
        await wire.Send(string.Create(CultureInfo.InvariantCulture, $"GET /t/{topic}/changes?page={page}&after={after} HTTP/1.1\r\n{headers}\r\n"));
        int whole;
        while ((whole = HttpLoad.Length(wire.Unread)) == 0)
        {
            if (!await wire.Receive(cancel))
                throw new IOException("The server closed the connection.");
        }

        if (!wire.Unread.StartsWith("HTTP/1.1 200"u8))
            throw new IOException("The changes of the topic were refused.");
        var told = (Number("data-change=\""u8), Number("data-last=\""u8), Number("data-end=\""u8));
        wire.Used(whole);
        return told;

        long Number(ReadOnlySpan<byte> name)
        {
            var unread = wire.Unread;
            return Utf8Parser.TryParse(unread[(unread.IndexOf(name) + name.Length)..], out long number, out _) ? number : throw new FormatException("The fragment does not say how far it is.");
        }
    }
}
