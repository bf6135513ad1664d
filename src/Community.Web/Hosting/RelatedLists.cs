using System.Collections.Concurrent;
using System.Threading.Channels;
using Community.Search;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>
/// Which topics are like one, for all who may see the same. They are looked for beside the requests, so that no page waits
/// for a search: until they are found a topic names none. Only ids are kept: what may be shown of them is read each time.
/// </summary>
public sealed class RelatedLists(RelatedTopics related, ContentVersions versions, TimeProvider time)
{
    private const int Most = 5;
    private const int Kept = 20_000;
    private const int Waiting = 500;

    // Long enough to cost nothing, short enough for what is written today to be named under what was written yesterday.
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    // What is new is like nothing until its words are counted.
    private static readonly TimeSpan EmptyLasts = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Place, List> known = new();

    // Whoever asks for more pages than can be looked at gets them without.
    private readonly Channel<(Actor Actor, long Topic)> wanted = Channel.CreateBounded<(Actor, long)>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>What is known; what is not, or not any more, is looked for.</summary>
    public IReadOnlyList<long> Of(Actor actor, long topic)
    {
        var list = known.GetValueOrDefault(Place.Of(actor, topic));
        if (list is null || list.Until <= time.GetUtcNow())
            wanted.Writer.TryWrite((actor, topic));
        return list?.Ids ?? [];
    }

    /// <summary>Another number whenever one of the topics has changed that a visitor's page of this one names, or others are in their place.</summary>
    public long Version(long topic)
    {
        long version = 0;
        foreach (var id in Of(Actor.Visitor, topic))
            version = unchecked((((version * 31) + id) * 31) + versions.Discussion(id));
        return version;
    }

    /// <summary>Looks for them now.</summary>
    public async Task Find(Actor actor, long topic, CancellationToken cancel)
    {
        var (place, now) = (Place.Of(actor, topic), time.GetUtcNow());
        if (known.TryGetValue(place, out var list) && list.Until > now)
            return;
        var found = await related.Run(actor, topic, Most, cancel);
        if (known.Count >= Kept)
            known.Clear();
        known[place] = new List([.. found.Select(hit => hit.Post).OfType<PostHit>().Select(hit => hit.SubjectId)], now + (found.Count > 0 ? Lasts : EmptyLasts));
    }

    /// <summary>What was asked for, one after the other, until the server ends.</summary>
    internal IAsyncEnumerable<(Actor Actor, long Topic)> Wanted(CancellationToken cancel) => wanted.Reader.ReadAllAsync(cancel);

    private sealed record List(IReadOnlyList<long> Ids, DateTimeOffset Until);

    private readonly record struct Place(long Topic, string Audiences)
    {
        public static Place Of(Actor actor, long topic) => new(topic, string.Join(' ', actor.Audiences));
    }
}
