using System.Globalization;
using Community.Benchmarks.Load;
using Microsoft.Playwright;

namespace Community.Benchmarks;

/// <summary>What a topic page costs a browser that has seen nothing yet: bytes over the wire, requests, shifts of its layout.</summary>
internal static class FirstViewScenario
{
    internal static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    internal static string Executable { get; } = Environment.GetEnvironmentVariable("COMMUNITY_CHROMIUM") ?? "/usr/bin/chromium";

    private const string Shifts = """
        () => new Promise(tell => {
            let sum = 0;
            new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => tell(sum), 1000);
        })
        """;

    public static async Task Run()
    {
        Table.Head("A topic page of 20 posts in a cold browser");
        var folder = await SeededCommunity.Make(23_000, 10_000);
        await using var server = await ServerProcess.Community(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
        foreach (var (name, width) in ((string, int)[])[("desktop", 1280), ("phone", 390)])
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            var page = await context.NewPageAsync();
            var (requests, bytes) = (0, 0L);
            var wire = await context.NewCDPSessionAsync(page);
            await wire.SendAsync("Network.enable");
            wire.Event("Network.loadingFinished").OnEvent += (_, told) =>
            {
                requests++;
                bytes += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            };
            await page.GotoAsync(new Uri(server.Address, "/t/7/topic-7").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            var shift = await page.EvaluateAsync<double>(Shifts);
            Table.Row(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:N0} KB, {requests} requests"),
                string.Create(CultureInfo.InvariantCulture, $"shift {shift:N3}"),
                "under 100 KB, 12 requests, no shift",
                bytes < 100 * 1024 && requests < 12 && shift < 0.005);
        }
    }
}
