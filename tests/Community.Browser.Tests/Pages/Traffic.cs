using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>What goes over the wire for a page: heads and compressed bodies, as the browser counts them.</summary>
internal sealed class Traffic
{
    private int _requests;
    private long _bytes;

    public int Requests => Volatile.Read(ref _requests);

    public long Bytes => Interlocked.Read(ref _bytes);

    public static async Task<Traffic> Watch(IPage page)
    {
        var traffic = new Traffic();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
        {
            Interlocked.Increment(ref traffic._requests);
            Interlocked.Add(ref traffic._bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        };
        return traffic;
    }
}
