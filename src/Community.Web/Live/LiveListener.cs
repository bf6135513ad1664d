using Community.Client;
using Community.Discussions.Contract;
using Community.Live;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace Community.Web.Live;

/// <summary>One connection of a program and the discussions that it watches.</summary>
internal sealed partial class LiveListener(
    ILiveClient client, Func<Task<Actor?>> reader, Action drop, ReadChange changes, LiveSignals signals, LiveLimits limits, TimeProvider time, IDisposable place, ILogger logger, CancellationToken gone)
    : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, CancellationTokenSource> watches = [];
    private ITimer? beat;

    private TimeSpan Pause => TimeSpan.FromSeconds(limits.SecondsBetweenBeats);

    /// <summary>Looks at each beat whether the session still lasts: once, however many discussions are watched.</summary>
    public void Begin() => beat = time.CreateTimer(_ => _ = Look(), null, Pause, Timeout.InfiniteTimeSpan);

    public async Task<long> Watch(long discussion, long after)
    {
        if (await reader() is not { } actor || await changes.Run(actor, discussion, gone) is not { Ok: true } change)
            throw new HubException("not-found");
        Unwatch(discussion);
        CancellationTokenSource ends;
        lock (gate)
        {
            if (watches.Count >= limits.WatchesPerConnection)
                throw new HubException("too-many-watches");
            watches[discussion] = ends = CancellationTokenSource.CreateLinkedTokenSource(gone);
        }

        _ = Task.Run(() => Tell(discussion, after, ends), CancellationToken.None);
        return change.Value;
    }

    public void Unwatch(long discussion)
    {
        lock (gate)
        {
            if (watches.Remove(discussion, out var ends))
                ends.Cancel();
        }
    }

    public void Dispose()
    {
        beat?.Dispose();
        lock (gate)
        {
            foreach (var ends in watches.Values)
                ends.Cancel();
            watches.Clear();
        }

        place.Dispose();
    }

    private async Task Look()
    {
        try
        {
            if (await reader() is null)
                drop();
            else
                beat?.Change(Pause, Timeout.InfiniteTimeSpan);
        }
        catch (Exception failure)
        {
            NotKnown(logger, failure);
            drop();
        }
    }

    private async Task Tell(long discussion, long after, CancellationTokenSource ends)
    {
        try
        {
            await foreach (var signal in signals.Of(discussion, after, reader, drop, cancel: ends.Token))
            {
                // The next is not read before this one is taken, so a slow program holds back one signal of each watch and no more.
                if (signal.Kind == LiveSignalKind.Changed)
                    await client.Changed(discussion.Id(), signal.Change);
                else if (signal.Kind == LiveSignalKind.Gone)
                    await client.Gone(discussion.Id());
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // What it missed it reads when it is back.
            Failed(logger, discussion, failure);
            drop();
        }
        finally
        {
            lock (gate)
            {
                if (watches.TryGetValue(discussion, out var mine) && mine == ends)
                    watches.Remove(discussion);
            }

            ends.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Whether a program may go on listening could not be found out")]
    private static partial void NotKnown(ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Warning, "A program that watches {Discussion} could not be told")]
    private static partial void Failed(ILogger logger, long discussion, Exception failure);
}
