using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Community.Discussions.Contract;
using Community.Live;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

/// <summary>What one reader is told of one discussion: that it changed and how far, at most so often, and when it is over.</summary>
internal sealed class LiveSignals(LiveFeed feed, ReadChange changes, TimeProvider time, IOptions<LiveLimits> limits)
{
    public async IAsyncEnumerable<SseItem<string>> Of(Func<Task<Actor?>> reader, long discussion, long heard, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var watch = feed.Watch(discussion);
        // The answer begins with its first event: at once, so that the browser and the proxies on the way know that it is a stream.
        yield return new SseItem<string>("", LiveEndpoints.Beat);
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.SecondsOfStream), time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, over.Token);
        while (!ends.IsCancellationRequested)
        {
            // Read after the watch began, so that nothing falls between the page that was rendered and the first signal.
            if (await reader() is not { } actor || await changes.Run(actor, discussion, CancellationToken.None) is not { Ok: true } change)
            {
                yield return new SseItem<string>("", LiveEndpoints.Gone);
                yield break;
            }

            if (change.Value > heard)
            {
                heard = change.Value;
                yield return new SseItem<string>("", LiveEndpoints.Changed) { EventId = heard.ToString(CultureInfo.InvariantCulture) };
                await Pause(ends.Token);
            }

            while (!await Heard(watch, ends.Token) && !ends.IsCancellationRequested)
                yield return new SseItem<string>("", LiveEndpoints.Beat);
        }
    }

    /// <summary>Whether something happened before the next sign of life is due.</summary>
    private async Task<bool> Heard(LiveWatch watch, CancellationToken ends)
    {
        using var beat = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.SecondsBetweenBeats), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ends, beat.Token);
        try
        {
            await watch.Changed(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Pause(CancellationToken ends)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(limits.Value.MillisecondsBetweenSignals), time, ends);
        }
        catch (OperationCanceledException)
        {
            // The loop looks itself whether it is over.
        }
    }
}
