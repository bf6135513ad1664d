using System.Collections.Concurrent;
using Community.Forums;

namespace Community.Web.Hosting;

/// <summary>The ids behind public topic numbers, which never change: a cached page must be found without a query.</summary>
public sealed class TopicIds(ReadTopic topics)
{
    private const int Kept = 100_000;
    private readonly ConcurrentDictionary<long, long> known = new();

    public async ValueTask<long?> Of(long number, CancellationToken cancel)
    {
        if (known.TryGetValue(number, out var id))
            return id;
        if (await topics.IdOf(number, cancel) is not { } found)
            return null;
        if (known.Count >= Kept)
            known.Clear();
        return known[number] = found;
    }
}
