using Community.Data;
using Community.Discussions;
using Community.Ideas.Ranking;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

public sealed class ListIdeas(CommunityData data, Exploration exploration)
{
    public const int PageSize = 20;

    /// <param name="Sort">One of the indexed orders.</param>
    /// <param name="BoardId">A board that the actor may read; null for all.</param>
    /// <param name="Span">With <see cref="IdeaSort.Top"/>: the period that counts; null for all time.</param>
    /// <param name="After">The cursor of the page before.</param>
    /// <param name="Tag">The key of a tag that they carry; null for all.</param>
    public sealed record Query(IdeaSort Sort = IdeaSort.Hot, long? BoardId = null, TopSpan? Span = null, string? After = null, string? Tag = null);

    /// <summary>The open ideas that the actor may read. On the first page of the hottest some stand that few have seen. NotFound for a cursor that is none.</summary>
    public async Task<Result<Page<IdeaSummary>>> Open(Actor actor, Query query, int size = PageSize, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(query.After);
        if (query.After is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read(
            async db =>
            {
                var ideas = In(db, actor, query.BoardId).Where(i => i.IsOpen);
                if (query.Tag is { } key)
                {
                    if (await db.Tags.Where(t => t.Key == key).Select(t => (long?)t.Id).FirstOrDefaultAsync(cancel) is not { } tag)
                        return Page<IdeaSummary>.Empty;
                    ideas = ideas.Where(i => db.DiscussionTags.Any(t => t.TagId == tag && t.DiscussionId == i.Id));
                }

                var page = query is { Sort: IdeaSort.Top, Span: { } span }
                    ? await TopOf(db, ideas, exploration.PeriodOf(span), query.BoardId, cursor, size, cancel)
                    : query.Sort == IdeaSort.Hot && cursor is null
                        ? await exploration.FirstPage(db, actor, ideas, size, cancel)
                        : await db.PageOf(ideas, query.Sort, cursor, size, cancel);
                return page with { Items = await db.Complete(actor, page.Items, cancel) };
            },
            cancel);
    }

    /// <summary>The ideas with a status, the latest to get there first.</summary>
    public async Task<Result<Page<IdeaSummary>>> With(Actor actor, IdeaStatus status, long? boardId, string? after, int size = PageSize, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read(
            async db =>
            {
                var ideas = In(db, actor, boardId).Where(i => i.Status == status);
                if (cursor is { Time: var time, Id: var id })
                    ideas = ideas.Where(i => i.StatusAt <= time && (i.StatusAt < time || i.Id < id));
                var rows = await db.Cards(ideas.OrderByDescending(i => i.StatusAt).ThenByDescending(i => i.Id).Take(size + 1)).ToListAsync(cancel);
                var page = Page<IdeaSummary>.Of(rows, size, last => Cursor.Of(last.StatusAt, last.Id));
                return page with { Items = await db.Complete(actor, page.Items, cancel) };
            },
            cancel);
    }

    /// <summary>What a member submitted or backs, whatever became of it, newest first; what waits for a moderator among it.</summary>
    public async Task<Result<Page<IdeaSummary>>> Mine(Actor actor, string? after, int size = PageSize, CancellationToken cancel = default)
    {
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read(
            async db =>
            {
                var before = cursor?.Id ?? long.MaxValue;
                var audiences = actor.Audiences;
                var ids = db.Ideas.Where(i => i.AuthorId == me).Select(i => i.MergedIntoId ?? i.Id)
                    .Union(db.IdeaVotes.Where(v => v.MemberId == me && v.UndoneAt == null).Join(db.Ideas, v => v.IdeaId, i => i.Id, (_, i) => i.MergedIntoId ?? i.Id));
                var mine = db.Ideas.Where(i => i.Id < before && ids.Contains(i.Id) && audiences.Contains(i.Audience) && (i.State == PostState.Visible || i.AuthorId == me));
                var rows = await db.Cards(mine.OrderByDescending(i => i.Id).Take(size + 1)).ToListAsync(cancel);
                var page = Page<IdeaSummary>.Of(rows, size, last => new Cursor(null, last.Id));
                return page with { Items = await db.Complete(actor, page.Items, cancel) };
            },
            cancel);
    }

    /// <summary>Those of certain ideas that the actor may read, in the order in which they are named; for one that was merged, what it was merged into.</summary>
    public async Task<IReadOnlyList<IdeaSummary>> Among(Actor actor, IReadOnlyList<long> ids, CancellationToken cancel = default) => ids.Count == 0 ? [] : await data.Read(
        async db =>
        {
            var merged = await db.Ideas.Where(i => ids.Contains(i.Id) && i.MergedIntoId != null).ToDictionaryAsync(i => i.Id, i => i.MergedIntoId!.Value, cancel);
            var named = ids.Select(id => merged.GetValueOrDefault(id, id)).Distinct().ToList();
            var cards = await db.Cards(db.Ideas.VisibleTo(actor).Where(i => named.Contains(i.Id))).ToDictionaryAsync(i => i.Id, cancel);
            return await db.Complete(actor, [.. named.Where(cards.ContainsKey).Select(id => cards[id])], cancel);
        },
        cancel);

    /// <summary>How many ideas carry a tag that the actor may read, whatever became of them.</summary>
    public Task<int> CountTagged(Actor actor, string key, CancellationToken cancel = default) => data.Read(db => db.Ideas.VisibleTo(actor).Tagged(db, key).CountAsync(cancel), cancel);

    private static IQueryable<Idea> In(CommunityDb db, Actor actor, long? boardId)
    {
        var ideas = db.Ideas.VisibleTo(actor);
        return boardId is { } id ? ideas.Where(i => i.BoardId == id) : ideas;
    }

    private static async Task<Page<IdeaSummary>> TopOf(
        CommunityDb db, IQueryable<Idea> ideas, string period, long? boardId, Cursor? after, int size, CancellationToken cancel)
    {
        var tops = db.IdeaTops.Where(t => t.Period == period);
        if (boardId is { } board)
            tops = tops.Where(t => t.BoardId == board);
        if (after is { Key: not null, Id: var id } && IdeaLists.Count(after) is var key)
            tops = tops.Where(t => t.Backers <= key && (t.Backers < key || t.IdeaId < id));
        var ranked = await tops.Where(t => ideas.Any(i => i.Id == t.IdeaId)).OrderByDescending(t => t.Backers).ThenByDescending(t => t.IdeaId).Take(size + 1)
            .Select(t => new { t.IdeaId, t.Backers }).ToListAsync(cancel);
        var ids = ranked.ConvertAll(r => r.IdeaId);
        var cards = await db.Cards(ideas.Where(i => ids.Contains(i.Id))).ToDictionaryAsync(i => i.Id, cancel);
        return Page<IdeaSummary>.Of([.. ranked.Select(r => cards[r.IdeaId] with { InPeriod = r.Backers })], size, last => new Cursor(last.InPeriod, last.Id));
    }
}
