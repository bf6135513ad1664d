using System.Runtime.CompilerServices;
using Community.Live;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Web.Live;

/// <summary>What one listener is told of one discussion, at whichever door: that it changed and how far, at most so often, and when it is over.</summary>
internal sealed class LiveSignals(LiveFeed feed, TimeProvider time, IOptions<LiveLimits> limits)
{
    /// <param name="discussion">What is listened to.</param>
    /// <param name="heard">The change number that the listener has.</param>
    /// <param name="reader">Who the listener is by now; null where their session has ended.</param>
    /// <param name="drop">Ends the connection of a listener who does not take what they are told.</param>
    /// <param name="hasCompany">Whether there are others to be told of from the beginning.</param>
    /// <param name="cancel">Ends the signals.</param>
    public async IAsyncEnumerable<LiveSignal> Of(
        long discussion, long heard, Func<Task<Actor?>> reader, Action drop, bool hasCompany = false, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var watch = feed.Watch(discussion);
        using var patience = time.CreateTimer(_ => drop(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var news = hasCompany ? LiveNews.Change | LiveNews.People : LiveNews.Change;
        while (!cancel.IsCancellationRequested)
        {
            // Read after the watch began, so that nothing falls between the page that was rendered and the first signal.
            var change = news.HasFlag(LiveNews.Change) ? await Look(discussion, heard, reader) : null;
            foreach (var signal in Told(news, change))
            {
                heard = Math.Max(heard, signal.Change);
                patience.Change(TimeSpan.FromSeconds(limits.Value.SecondsToTake), Timeout.InfiniteTimeSpan);
                yield return signal;
                patience.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                if (signal.Kind == LiveSignalKind.Gone)
                    yield break;
            }

            // Who is here is told seldom and holds back no change.
            if (change is not null)
                await Pause(cancel);
            news = await Heard(watch, cancel);
        }
    }

    /// <summary>What there is to tell, together: a change first, and a sign of life where there is nothing else.</summary>
    private static IEnumerable<LiveSignal> Told(LiveNews news, LiveSignal? change)
    {
        if (change is { } signal)
            yield return signal;
        if (news.HasFlag(LiveNews.People))
            yield return new(LiveSignalKind.People);
        if (news == LiveNews.None)
            yield return new(LiveSignalKind.Beat);
    }

    /// <summary>Nothing where the listener is up to date.</summary>
    private async Task<LiveSignal?> Look(long discussion, long heard, Func<Task<Actor?>> reader)
    {
        // What everybody may read needs no look at who it is: a thousand readers of a topic cost one query for each change.
        if (await feed.Standing(discussion) is not { } standing || !(standing.IsForEverybody || (await reader() is { } actor && standing.CanBeReadBy(actor))))
            return new(LiveSignalKind.Gone);
        return standing.ChangeNumber > heard ? new(LiveSignalKind.Changed, standing.ChangeNumber) : null;
    }

    /// <summary>What happened; nothing where the next sign of life is due before.</summary>
    private async Task<LiveNews> Heard(LiveWatch watch, CancellationToken cancel)
    {
        using var beat = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.SecondsBetweenBeats), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, beat.Token);
        try
        {
            return await watch.Next(either.Token);
        }
        catch (OperationCanceledException)
        {
            return LiveNews.None;
        }
    }

    private async Task Pause(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(limits.Value.MillisecondsBetweenSignals), time, cancel);
        }
        catch (OperationCanceledException)
        {
            // The loop looks itself whether it is over.
        }
    }
}
