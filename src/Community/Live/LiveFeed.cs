using System.Collections.Concurrent;
using System.Collections.Immutable;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared.Site;

namespace Community.Live;

/// <summary>
/// Knows who is watching which discussion on this node and tells them that it changed: its id and change number, never
/// content. Who hears it reads again as themselves.
/// </summary>
public sealed class LiveFeed : IAfterCommit<DiscussionChanged>, IAfterCommit<SiteChanged>
{
    private readonly ConcurrentDictionary<long, ImmutableHashSet<LiveWatch>> watched = new();

    /// <summary>Hears of every change that is committed from now on, until it is disposed.</summary>
    public LiveWatch Watch(long discussionId)
    {
        var watch = new LiveWatch(this, discussionId);
        watched.AddOrUpdate(discussionId, static (_, watch) => [watch], static (_, others, watch) => others.Add(watch), watch);
        return watch;
    }

    public Task AfterCommit(DiscussionChanged happened, CancellationToken cancel)
    {
        if (watched.TryGetValue(happened.DiscussionId, out var watches))
        {
            foreach (var watch in watches)
                watch.Ring();
        }

        return Task.CompletedTask;
    }

    /// <summary>Audiences, roles and sessions change with the site: everybody looks whether they may still read.</summary>
    public Task AfterCommit(SiteChanged happened, CancellationToken cancel)
    {
        foreach (var (_, watches) in watched)
        {
            foreach (var watch in watches)
                watch.Ring();
        }

        return Task.CompletedTask;
    }

    internal void Leave(LiveWatch watch)
    {
        while (watched.TryGetValue(watch.DiscussionId, out var watches))
        {
            var left = watches.Remove(watch);
            if (left.IsEmpty ? watched.TryRemove(new(watch.DiscussionId, watches)) : watched.TryUpdate(watch.DiscussionId, left, watches))
                return;
        }
    }
}
