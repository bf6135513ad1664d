using System.Collections.Concurrent;
using Community.Forums;
using Community.Ideas;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>The ids behind public numbers, which never change: a cached page must be found without a query.</summary>
public sealed class SubjectIds(ReadTopic topics, ReadIdea ideas)
{
    private const int Kept = 100_000;
    private readonly ConcurrentDictionary<(ContentKind Kind, long Number), long> known = new();

    public async ValueTask<long?> Of(ContentKind kind, long number, CancellationToken cancel)
    {
        if (known.TryGetValue((kind, number), out var id))
            return id;
        if (await (kind == ContentKind.Idea ? ideas.IdOf(number, cancel) : topics.IdOf(number, cancel)) is not { } found)
            return null;
        if (known.Count >= Kept)
            known.Clear();
        return known[(kind, number)] = found;
    }
}
