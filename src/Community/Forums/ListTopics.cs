using Community.Data;
using Community.Discussions;
using Community.Forums.Following;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <param name="Pinned">On the first page only.</param>
public sealed record TopicList(IReadOnlyList<TopicSummary> Pinned, Page<TopicSummary> Page);

public sealed class ListTopics(CommunityData data)
{
    public const int PageSize = 30;

    /// <summary>The topics of one forum that the caller knows the actor to read.</summary>
    /// <param name="actor">For what is new to them.</param>
    /// <param name="forumId">A forum that the actor may read: its topics have its audience.</param>
    /// <param name="sort">One of the indexed orders.</param>
    /// <param name="after">The cursor of the page before; NotFound where it is none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<TopicList>> InForum(Actor actor, long forumId, TopicSort sort, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read(async db =>
        {
            var topics = db.Topics.Where(t => t.ForumId == forumId && t.State == PostState.Visible).WithoutMuted(db, actor, openedForum: forumId);
            // Who looks for what nobody has answered wants it in that order, the pinned ones included.
            var takesPinned = sort != TopicSort.Unanswered;
            var pinned = takesPinned && cursor is null
                ? await db.Lines(topics.Where(t => t.IsPinned).OrderByDescending(t => t.LastPostAt)).ToListAsync(cancel)
                : [];
            var page = await db.PageOf(takesPinned ? topics.Where(t => !t.IsPinned) : topics, sort, cursor, PageSize, cancel);
            var lines = await db.Complete(actor, [.. pinned, .. page.Items], cancel);
            return new TopicList([.. lines.Take(pinned.Count)], page with { Items = [.. lines.Skip(pinned.Count)] });
        }, cancel);
    }

    /// <summary>Those of certain topics that the actor may read, in the order in which they are named; without their tags and what is new in them.</summary>
    public async Task<IReadOnlyList<TopicSummary>> Among(Actor actor, IReadOnlyList<long> ids, CancellationToken cancel = default) => ids.Count == 0 ? [] : await data.Read<IReadOnlyList<TopicSummary>>(
        async db =>
        {
            var lines = await db.Lines(db.Topics.VisibleTo(actor).WithoutMuted(db, actor).Where(t => ids.Contains(t.Id))).ToDictionaryAsync(t => t.Id, cancel);
            return [.. ids.Where(lines.ContainsKey).Select(id => lines[id])];
        },
        cancel);

    /// <summary>The topics of all forums that the actor may read.</summary>
    public async Task<Result<Page<TopicSummary>>> Everywhere(Actor actor, TopicSort sort, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read(async db =>
        {
            var page = await db.PageOf(db.Topics.VisibleTo(actor).WithoutMuted(db, actor), sort, cursor, PageSize, cancel);
            return page with { Items = await db.Complete(actor, page.Items, cancel) };
        }, cancel);
    }
}
