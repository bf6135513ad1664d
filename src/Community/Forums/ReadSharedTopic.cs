using Community.Data;
using Community.Discussions;
using Community.Shared;

namespace Community.Forums;

/// <summary>A page of a topic as many see it, read once for all of them.</summary>
public sealed class ReadSharedTopic(CommunityData data, ReadTopic topics, TimeProvider time)
{
    /// <param name="anybody">Whoever they are, as <see cref="Actor.Anybody"/> says it.</param>
    /// <param name="number">The topic's public number.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<SharedTopicView>> Run(Actor anybody, long number, int page, CancellationToken cancel = default)
    {
        var read = await topics.Run(anybody, number, page, cancel);
        if (!read.Ok)
            return read.Problem;
        var view = read.Value;
        return await data.Read(
            async db =>
            {
                var unseen = await db.AuthorsOfUnseen(view.Head.Id, view.Start, view.End, cancel);
                var kept = await db.BookmarkedOf(view.Head.Id, view.Start, view.End, cancel);
                return new SharedTopicView(view, new HashSet<long>([view.Head.AuthorId, .. view.Hosts, .. unseen]), new HashSet<long>([.. view.Posts.Where(p => p.Reactions.Total > 0).Select(p => p.Id), .. kept]));
            },
            cancel);
    }

    /// <summary>Whether a member sees something else in what has changed on the page than the others do.</summary>
    public async Task<bool> IsOtherwiseFor(Actor actor, SharedTopicView shared, long after, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return false;
        var (head, changed) = (shared.View.Head, shared.View.Posts.Where(p => p.ChangeNumber > after).ToList());
        if (shared.Apart.Contains(me) || changed.Exists(p => p.Author?.Id == me))
            return true;
        var touched = changed.Where(p => shared.Touched.Contains(p.Id)).ToList();
        if (touched.Count == 0 && head.SlowSeconds is null)
            return false;
        return await data.Read(
            async db =>
                (touched is [var first, ..] && (await db.ActedOn(me, head.Id, first.Number, touched[^1].Number, cancel)).Exists(id => touched.Exists(p => p.Id == id)))
                || await SlowMode.WaitsUntil(db, actor, head.Id, head.SlowSeconds, head.SlowUntil, shared.View.Hosts, time.GetUtcNow(), cancel) is not null,
            cancel);
    }
}
