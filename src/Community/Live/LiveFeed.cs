using System.Collections.Immutable;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared.Site;

namespace Community.Live;

/// <summary>
/// Knows who is watching which discussion on this node and tells them that it changed: its id and change number, never
/// content. Who hears it reads again as themselves.
/// </summary>
public sealed class LiveFeed(ReadChange changes) : IAfterCommit<DiscussionChanged>, IAfterCommit<SiteChanged>
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Watched> watched = [];

    /// <summary>Hears of every change that is committed from now on, until it is disposed.</summary>
    public LiveWatch Watch(long discussionId)
    {
        var watch = new LiveWatch(this, discussionId);
        lock (gate)
        {
            if (!watched.TryGetValue(discussionId, out var place))
                watched[discussionId] = place = new Watched();
            place.Watches = place.Watches.Add(watch);
        }

        return watch;
    }

    /// <summary>How many watch a discussion.</summary>
    public int Watching(long discussionId)
    {
        lock (gate)
            return watched.TryGetValue(discussionId, out var place) ? place.Watches.Count : 0;
    }

    /// <summary>How a watched discussion stands: read once after each change, however many watch it.</summary>
    public Task<DiscussionStanding?> Standing(long discussionId)
    {
        Lazy<Task<DiscussionStanding?>> reading;
        lock (gate)
        {
            if (!watched.TryGetValue(discussionId, out var place))
                reading = Read(discussionId);
            else if (place.Reading is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } })
                reading = place.Reading = Read(discussionId);
            else
                reading = place.Reading ??= Read(discussionId);
        }

        // The look into the database comes outside of the gate, which every write passes.
        return reading.Value;
    }

    public Task AfterCommit(DiscussionChanged happened, CancellationToken cancel)
    {
        Tell(happened.DiscussionId, LiveNews.Change);
        return Task.CompletedTask;
    }

    /// <summary>Audiences, roles and sessions change with the site: everybody looks whether they may still read.</summary>
    public Task AfterCommit(SiteChanged happened, CancellationToken cancel)
    {
        long[] all;
        lock (gate)
            all = [.. watched.Keys];
        foreach (var discussion in all)
            Tell(discussion, LiveNews.Change);
        return Task.CompletedTask;
    }

    internal void Tell(long discussionId, LiveNews news)
    {
        ImmutableHashSet<LiveWatch> watches;
        lock (gate)
        {
            if (!watched.TryGetValue(discussionId, out var place))
                return;
            if (news.HasFlag(LiveNews.Change))
                place.Reading = null;
            watches = place.Watches;
        }

        foreach (var watch in watches)
            watch.Ring(news);
    }

    internal void Leave(LiveWatch watch)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(watch.DiscussionId, out var place))
                return;
            place.Watches = place.Watches.Remove(watch);
            if (place.Watches.IsEmpty)
                watched.Remove(watch.DiscussionId);
        }
    }

    private Lazy<Task<DiscussionStanding?>> Read(long discussionId) => new(() => changes.Standing(discussionId));

    private sealed class Watched
    {
        public ImmutableHashSet<LiveWatch> Watches { get; set; } = [];

        public Lazy<Task<DiscussionStanding?>>? Reading { get; set; }
    }
}
