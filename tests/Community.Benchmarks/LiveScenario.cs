using System.Globalization;
using Community.Benchmarks.Load;
using Community.Live;
using Microsoft.Playwright;

namespace Community.Benchmarks;

/// <summary>
/// A live thread with a thousand readers, beside a hub that broadcasts to as many and does nothing else. A reply's time is
/// that of its commit, by the server's clock.
/// </summary>
internal static class LiveScenario
{
    private const int Readers = 1_000;
    private const int Idle = 4_000;
    private const int Slow = 50;
    private const int Composers = 20;
    private const string Email = "rider1@example.com";
    private const string Password = "measured-from-a-seed-7";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(new LiveLimits().MillisecondsBetweenSignals);

    public static async Task Run()
    {
        Table.Head("Live thread, 1,000 readers over server-sent events, beside a bare SignalR broadcast over WebSockets");
        var calm = await Broadcast(perSecond: 1, seconds: 20);
        var busy = await Broadcast(perSecond: 40, seconds: 60);
        await using (var topic = await LiveTopic.Start(Email, Password, isObserved: true))
        {
            await Follow(topic, Readers, perSecond: 10, seconds: 10, takes: true);
            Signals("1 reply a second, commit to signal", await Follow(topic, Readers, perSecond: 1, seconds: 20, takes: false), calm);
            Signals("40 replies a second, commit to signal", await Follow(topic, Readers, perSecond: 40, seconds: 60, takes: false), busy);
            await Shown(topic, areMembers: false, busy);
            var slowed = await Follow(topic, Readers, perSecond: 40, seconds: 30, takes: false, slow: Slow);
            var (beside, alone) = (Spread.Of(slowed.Signals), Spread.Of((await Follow(topic, Readers, perSecond: 40, seconds: 30, takes: false)).Signals));
            Table.Row("beside 50 who do not take what they are sent", beside.ToString(), $"without them {alone}");
            Memory("memory after that load", topic);
        }

        await using (var topic = await LiveTopic.Start(Email, Password))
            await MeasureIdle(topic);
        await using (var topic = await LiveTopic.Start(Email, Password))
            await MeasureComposers(topic);
        await using (var topic = await LiveTopic.Start(Email, Password, isObserved: true))
        {
            await Shown(topic, areMembers: true, busy);
            Memory("memory after that load", topic);
        }
    }

    /// <summary>Everybody fetches what they hear of.</summary>
    private static async Task Shown(LiveTopic topic, bool areMembers, Spread reference)
    {
        var who = areMembers ? "members" : "visitors";
        try
        {
            await Follow(topic, Readers, perSecond: 10, seconds: 10, takes: true, areMembers);
            var all = await Follow(topic, Readers, perSecond: 40, seconds: 60, takes: true, areMembers);
            Signals($"the same, while all fetch, {who}", all, reference);
            var visible = Spread.Of(all.Shown);
            Table.Row($"commit to what is shown, {who}", visible.ToString(), Missing(all), "p99 at most 1 s, none missing", visible.P99 <= 1_000 && all.Missing == 0);
        }
        catch (TaskCanceledException)
        {
            Table.Row($"commit to what is shown, {who}", "replies not answered in 100 s", "", "p99 at most 1 s, none missing", holds: false);
        }
    }

    private static async Task<Spread> Broadcast(int perSecond, int seconds)
    {
        await using var server = await ServerProcess.Hub();
        var listeners = new List<HubListener>();
        for (var n = 0; n < Readers; n++)
            listeners.Add(await HubListener.Open(server.Address));
        using var enough = new CancellationTokenSource();
        var listening = listeners.Select(listener => listener.Listen(enough.Token)).ToList();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
        await Tell(Math.Max(perSecond, 10), 5);
        listeners.ForEach(listener => listener.Heard.Clear());
        await Tell(perSecond, seconds);
        await enough.CancelAsync();
        await Task.WhenAll(listening);
        var spread = Spread.Of(listeners.SelectMany(listener => listener.Heard.Select(heard => heard.At - heard.Said)));
        Table.Row(string.Create(CultureInfo.InvariantCulture, $"bare broadcast, {perSecond} a second"), spread.ToString());
        listeners.ForEach(listener => listener.Dispose());
        return spread;

        async Task Tell(int rate, int length)
        {
            (await http.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/tell?rate={rate}&seconds={length}"), null)).EnsureSuccessStatusCode();
            await Task.Delay(1_000);
        }
    }

    private static async Task<Followed> Follow(LiveTopic topic, int count, int perSecond, int seconds, bool takes, bool areMembers = false, int slow = 0)
    {
        var (_, last) = await topic.Standing();
        var readers = await topic.Readers(count, areMembers);
        var others = await topic.Readers(slow, receives: 1_024);
        using var enough = new CancellationTokenSource();
        var listening = readers.Select(reader => reader.Listen(takes, enough.Token)).ToList();
        await Writers.Write(topic.Server.Address, LiveTopic.Number, topic.Tokens, perSecond, seconds);
        await Task.Delay(3_000);
        await enough.CancelAsync();
        await Task.WhenAll(listening);
        var posts = await topic.PostsAfter(last);
        var (shown, missing) = (new List<long>(), 0);
        foreach (var reader in takes ? readers : [])
        {
            var next = 0;
            foreach (var post in posts)
            {
                while (next < reader.Shown.Count && reader.Shown[next].Number < post.Number)
                    next++;
                if (next < reader.Shown.Count)
                    shown.Add(reader.Shown[next].At - post.At);
                else
                    missing++;
            }
        }

        foreach (var reader in readers.Concat(others))
            reader.Dispose();
        var (late, ages) = (new List<long>(), new List<long>());
        foreach (var reader in readers)
            Measure(reader.Heard, posts, late, ages);
        return new Followed(late, ages, shown, missing);
    }

    /// <summary>
    /// Of each signal how late it was: since the commit of the first reply that the reader had not heard of or, where that
    /// came within the pause that each reader has between two signals, since its end. And how old that first reply was.
    /// </summary>
    private static void Measure(IReadOnlyList<Heard> heard, IReadOnlyList<(int Number, long Change, long At)> posts, List<long> late, List<long> ages)
    {
        var (next, free) = (0, 0L);
        foreach (var signal in heard)
        {
            var first = next;
            while (next < posts.Count && posts[next].Change <= signal.Number)
                next++;
            if (next > first)
            {
                late.Add(signal.At - Math.Max(posts[first].At, free));
                ages.Add(signal.At - posts[first].At);
            }

            free = signal.At + Pause.Ticks;
        }
    }

    private static async Task MeasureIdle(LiveTopic topic)
    {
        foreach (var reader in await topic.Readers(100))
            reader.Dispose();
        var (heap, resident) = (await topic.Server.Live(), topic.Server.Memory());
        var readers = await topic.Readers(Idle);
        using var enough = new CancellationTokenSource();
        var listening = readers.Select(reader => reader.Listen(takes: false, enough.Token)).ToList();
        await Task.Delay(5_000);
        var one = (await topic.Server.Live() - heap) / (double)Idle / 1_024;
        var real = (topic.Server.Memory() - resident) / (double)Idle / 1_024;
        Table.Row("one of 4,000 idle readers", string.Create(CultureInfo.InvariantCulture, $"{one:N1} KB of live heap"), string.Create(CultureInfo.InvariantCulture, $"{real:N1} KB of the process"), "at most 30 KB", Math.Max(one, real) <= 30);

        var spent = topic.Server.Spent();
        await Task.Delay(30_000);
        Table.Row("4,000 idle readers", string.Create(CultureInfo.InvariantCulture, $"{(topic.Server.Spent() - spent).TotalSeconds / 30:P1} of a core"));
        await enough.CancelAsync();
        await Task.WhenAll(listening);
        readers.ForEach(reader => reader.Dispose());
    }

    private static async Task MeasureComposers(LiveTopic topic)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = FirstViewScenario.Executable, Args = FirstViewScenario.Flags });
        var cookie = (await SignedIn.Cookie(topic.Server.Address, Email, Password)).Split('=', 2);
        // As many before, so that what is pooled for all is there already.
        for (var n = 0; n < Composers; n++)
            await Compose();
        var before = await topic.Server.Live();
        for (var n = 0; n < Composers; n++)
            await Compose();
        var one = (await topic.Server.Live() - before) / (double)Composers / 1_024;
        Table.Row("one open composer with its preview, of 40", string.Create(CultureInfo.InvariantCulture, $"{one:N0} KB of live heap"), "", "at most 250 KB", one <= 250);

        async Task Compose()
        {
            // Each in a browser of its own, because one opens only six connections to a server without TLS.
            var context = await browser.NewContextAsync();
            await context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Domain = "127.0.0.1", Path = "/" }]);
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(topic.Server.Address, $"/t/{LiveTopic.Number}/topic-{LiveTopic.Number}?reply=0#reply").ToString());
            await page.Locator("[data-composer][data-island]").WaitForAsync();
            await page.Locator("[data-composer] textarea").FillAsync("The lamp by the **harbour wall** is lit.\n\n- one\n- two\n\n> and said so");
            await page.Locator("[data-act=preview]").ClickAsync();
            await page.Locator("[data-composer] blockquote").WaitForAsync();
        }
    }

    private static void Signals(string what, Followed followed, Spread reference)
    {
        var spread = Spread.Of(followed.Signals);
        Table.Row(what, spread.ToString(), string.Create(CultureInfo.InvariantCulture, $"p99 {spread.P99 / reference.P99:N2} of the broadcast's; with the pause {Spread.Of(followed.Ages)}"), "at most 2.5", spread.P99 <= reference.P99 * 2.5);
    }

    private static string Missing(Followed followed) => string.Create(CultureInfo.InvariantCulture, $"{followed.Shown.Count:N0} shown, {followed.Missing} missing");

    private static void Memory(string what, LiveTopic topic) =>
        Table.Row(what, string.Create(CultureInfo.InvariantCulture, $"{topic.Server.Memory() / 1024.0 / 1024:N0} MB"), "", "at most 350 MB", topic.Server.Memory() <= 350L << 20);

    /// <param name="Signals">Ticks that each signal was late.</param>
    /// <param name="Ages">Ticks from the first reply that a signal told of to that signal, the pause between signals included.</param>
    /// <param name="Shown">Ticks from each reply to the fragment that had it, at each reader.</param>
    /// <param name="Missing">Replies that a reader was not shown.</param>
    private sealed record Followed(List<long> Signals, List<long> Ages, List<long> Shown, int Missing);

    private readonly record struct Spread(double Median, double P99, double Worst)
    {
        public static Spread Of(IEnumerable<long> ticks)
        {
            var all = ticks.Select(one => one / (double)TimeSpan.TicksPerMillisecond).Order().ToArray();
            return all.Length == 0 ? throw new InvalidOperationException("Nothing was heard.") : new(all[all.Length / 2], all[(int)(all.Length * .99)], all[^1]);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {Median:N1} ms, p99 {P99:N1} ms, worst {Worst:N0} ms");
    }
}
