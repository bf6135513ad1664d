using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>A column of the roadmap.</summary>
/// <param name="Count">All ideas there; the page shows the first of them.</param>
public sealed record RoadmapLane(IdeaStatus Status, IReadOnlyList<IdeaSummary> Ideas, int Count);

/// <summary>Something that was asked for and is there.</summary>
/// <param name="Idea">The idea.</param>
/// <param name="Credits">Everybody whose idea went into it, each once: its author, those of the ideas merged into it, and of the one that it was taken out of. Nobody who was erased.</param>
/// <param name="Answer">What was said when it was there, rendered; null where that is gone.</param>
/// <param name="AnswerLanguage">The language of that.</param>
public sealed record ShippedIdea(IdeaSummary Idea, IReadOnlyList<MemberSummary> Credits, string? Answer, string? AnswerLanguage);

public sealed class ReadRoadmap(CommunityData data, ListIdeas list)
{
    public const int LaneLength = 20;

    /// <summary>What the actor may read of what is planned, in progress and shipped; the latest change first.</summary>
    public async Task<IReadOnlyList<RoadmapLane>> Run(Actor actor, long? boardId, int length = LaneLength, CancellationToken cancel = default)
    {
        var lanes = new List<RoadmapLane>();
        foreach (var status in IdeaStatuses.OfRoadmap)
        {
            var ideas = (await list.With(actor, status, boardId, null, length, cancel)).Value!;
            var count = ideas.Next is null
                ? ideas.Items.Count
                : await data.Read(db => db.Ideas.VisibleTo(actor).CountAsync(i => i.Status == status && (boardId == null || i.BoardId == boardId), cancel), cancel);
            lanes.Add(new RoadmapLane(status, ideas.Items, count));
        }

        return lanes;
    }

    /// <summary>You asked, we did: the latest first.</summary>
    public async Task<Result<Page<ShippedIdea>>> Shipped(Actor actor, string? after, CancellationToken cancel = default)
    {
        var found = await list.With(actor, IdeaStatus.Shipped, null, after, cancel: cancel);
        if (found.Problem is { } problem)
            return problem;
        var page = found.Value!;
        var ids = page.Items.Select(i => i.Id).ToList();
        return await data.Read(
            async db =>
            {
                var credits = await Credits(db, actor, ids, cancel);
                var answers = await db.Ideas.Where(i => ids.Contains(i.Id) && i.AnswerPostId != null)
                    .Join(db.Posts.Where(p => p.State == PostState.Visible), i => i.AnswerPostId, p => p.Id, (i, p) => new { i.Id, p.Html, p.Language }).ToDictionaryAsync(a => a.Id, cancel);
                return new Page<ShippedIdea>(
                    [.. page.Items.Select(i => new ShippedIdea(i, [.. credits[i.Id]], answers.GetValueOrDefault(i.Id)?.Html, answers.GetValueOrDefault(i.Id)?.Language))], page.Next);
            },
            cancel);
    }

    private static async Task<ILookup<long, MemberSummary>> Credits(CommunityDb db, Actor actor, List<long> ids, CancellationToken cancel)
    {
        // Of what was taken out of another idea, who wished for that as well, where it may be read.
        var seen = db.Ideas.VisibleTo(actor);
        var wholes = await db.Ideas.Where(i => ids.Contains(i.Id) && i.SplitFromId != null && seen.Any(w => w.Id == i.SplitFromId)).ToDictionaryAsync(i => i.Id, i => i.SplitFromId!.Value, cancel);
        var sources = wholes.Values.ToList();
        var went = await db.Ideas.Where(i => ids.Contains(i.Id) || sources.Contains(i.Id) || (i.MergedIntoId != null && ids.Contains(i.MergedIntoId.Value) && i.State == PostState.Visible))
            .Join(db.Members.Where(m => m.State != MemberState.Erased), i => i.AuthorId, m => m.Id, (i, m) => new { i.Id, i.MergedIntoId, Member = new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State) })
            .OrderBy(i => i.Id).ToListAsync(cancel);
        return ids.SelectMany(id => went.Where(w => w.Id == id || w.MergedIntoId == id || (wholes.TryGetValue(id, out var whole) && w.Id == whole)).Select(w => (Id: id, w.Member)))
            .DistinctBy(n => (n.Id, n.Member.Id)).ToLookup(n => n.Id, n => n.Member);
    }
}
