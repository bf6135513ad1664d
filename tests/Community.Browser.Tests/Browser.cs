using Community.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Community.Browser.Tests;

/// <summary>
/// One Chromium for all tests of this assembly: Debian's, driven by Playwright. <c>COMMUNITY_CHROMIUM</c> names another.
/// It resolves no name and reaches no address off loopback, so no page can lean on a foreign server unnoticed.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string Executable =
        Environment.GetEnvironmentVariable("COMMUNITY_CHROMIUM") is { Length: > 0 } elsewhere ? elsewhere : "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Below the page, so that it also holds for web sockets, beacons and the browser itself, and leaves its cache at work.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;

        _playwright = await Playwright.CreateAsync();
        // A limit for what never comes, not a measure: on a machine that does much else, the usual five seconds are too few.
        Assertions.SetDefaultExpectTimeout(30_000);
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
    }

    /// <summary>A visitor with cookies, storage and a page of their own.</summary>
    public async Task<Visitor> Visit(BrowserNewContextOptions? options = null)
    {
        if (_chromium is null)
            Assert.Skip($"There is no browser at {Executable}: tests/run installs Chromium as root, or name one in COMMUNITY_CHROMIUM.");

        options ??= new() { Locale = "en-US", ViewportSize = new() { Width = 1280, Height = 900 } };
        // Where the seeded community is: elsewhere its hours are longer or shorter, and at some times of the day a line wraps.
        options.TimezoneId ??= "Asia/Tokyo";
        return await Visitor.Arrive(_chromium, options);
    }

    /// <summary>A visitor on a phone, with the interface in Japanese.</summary>
    public Task<Visitor> VisitByPhone(string locale = "ja-JP") => Visit(new()
    {
        Locale = locale,
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
    });

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();

        _playwright?.Dispose();
    }
}
