using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>What goes over the wire for a page: heads and compressed bodies, as the browser counts them.</summary>
internal sealed class Traffic
{
    private int _requests;
    private int _begun;
    private long _bytes;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Whether an answer is still to come; a stream never ends.</summary>
    public bool IsUnderWay => Volatile.Read(ref _begun) > Requests;

    public long Bytes => Interlocked.Read(ref _bytes);

    public static async Task<Traffic> Watch(IPage page)
    {
        var traffic = new Traffic();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            if (!sent!.Value.TryGetProperty("redirectResponse", out var _) && sent.Value.GetProperty("type").GetString() != "EventSource")
                Interlocked.Increment(ref traffic._begun);
        };
        session.Event("Network.loadingFailed").OnEvent += (_, _) => Interlocked.Increment(ref traffic._requests);
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
        {
            Interlocked.Increment(ref traffic._requests);
            Interlocked.Add(ref traffic._bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        };
        return traffic;
    }
}
