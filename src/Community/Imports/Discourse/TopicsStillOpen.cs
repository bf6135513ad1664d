using Community.Data;
using Community.Shared;

namespace Community.Imports.Discourse;

/// <summary>Counts the topics of earlier runs that everybody can read here although the export by now keeps them from some.</summary>
internal sealed class TopicsStillOpen(CommunityData data, IEnumerable<IModerated> moderated)
{
    private const int AtOnce = 1_000;

    public async Task<int> Count(DiscourseExport export, AssembleThread threads, IEnumerable<long> here, CancellationToken cancel)
    {
        var open = 0;
        var posts = moderated.Single(m => m.Kind == ContentKind.Post);
        var openings = here.Where(t => !export.IsForEverybody(export.Topics[t])).Select(threads.FirstPost).Concat(export.Private.Values).OfType<long>();
        foreach (var some in openings.Chunk(AtOnce))
            open += (await data.Read(db => posts.Find(db, Actor.Visitor, some, cancel), cancel)).Count;
        return open;
    }
}
