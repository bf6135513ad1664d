using Community.Data;
using Community.Discussions;

namespace Community.Ideas;

/// <summary>Counts again what ideas and boards keep ready, and holds status, history and merges against each other.</summary>
public sealed class VerifyIdeas : IVerify
{
    public string Name => "ideas";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel) =>
    [
        .. await Difference.In(States(db), "Idea {0}: its state is not the state of its opening.", cancel),
        .. await Difference.In(Open(db), "Idea {0}: whether it is open does not follow from state and status.", cancel),
        .. await Difference.In(Comments(db), "Idea {0}: {1} comments shown, {2} visible.", cancel),
        .. await Difference.In(LastPosts(db), "Idea {0}: its last post is {1}, but should be {2}.", cancel),
        .. await Difference.In(Answers(db), "Idea {0}: its answer {1} is not a visible official comment of its own.", cancel),
        .. await Difference.In(Audiences(db), "Idea {0}: who may read it differs from its board or its discussion.", cancel),
        .. await Difference.In(Merges(db), "Idea {0}: status, link and record of its merge differ.", cancel),
        .. await Difference.In(Chains(db), "Idea {0}: it is merged and has {1} merged into it.", cancel),
        .. await Difference.In(Statuses(db), "Idea {0}: its status is not the last of its history.", cancel),
        .. await Difference.In(Seen(db), "Idea {0}: seen by {1}, {2} counted.", cancel),
        .. await Difference.In(Boards(db), "Board {0}: {1} ideas shown, {2} visible.", cancel),
    ];

    // An opening that was erased is a tombstone under an idea that is seen.
    private static IQueryable<Difference> States(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = 1,
        Counted = db.Posts.Count(p => p.DiscussionId == i.Id && p.Number == 1 && (p.State == i.State || (p.State == PostState.Erased && i.State == PostState.Visible))),
    });

    private static IQueryable<Difference> Open(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = i.IsOpen ? 1 : 0,
        Counted = i.State == PostState.Visible
            && (i.Status == IdeaStatus.Submitted || i.Status == IdeaStatus.Open || i.Status == IdeaStatus.UnderReview || i.Status == IdeaStatus.Planned || i.Status == IdeaStatus.InProgress) ? 1 : 0,
    });

    private static IQueryable<Difference> Comments(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = i.CommentCount,
        Counted = db.Posts.Count(p => p.DiscussionId == i.Id && p.Number > 1 && p.State == PostState.Visible),
    });

    private static IQueryable<Difference> LastPosts(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = i.LastPostId,
        Counted = db.Posts.Where(p => p.DiscussionId == i.Id && p.State == PostState.Visible).OrderByDescending(p => p.Number).Select(p => (long?)p.Id).FirstOrDefault()
            ?? db.Posts.Where(p => p.DiscussionId == i.Id && p.Number == 1).Select(p => p.Id).FirstOrDefault(),
    });

    private static IQueryable<Difference> Answers(CommunityDb db) => db.Ideas.Where(i => i.AnswerPostId != null).Select(i => new Difference
    {
        Id = i.Id,
        Kept = i.AnswerPostId!.Value,
        Counted = db.Posts.Where(p => p.Id == i.AnswerPostId && p.DiscussionId == i.Id && p.Number > 1 && p.IsOfficial && p.State == PostState.Visible).Select(p => p.Id).FirstOrDefault(),
    });

    private static IQueryable<Difference> Audiences(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = 2,
        Counted = db.IdeaBoards.Count(b => b.Id == i.BoardId && b.ReadAudience == i.Audience) + db.Discussions.Count(d => d.Id == i.Id && d.Audience == i.Audience),
    });

    private static IQueryable<Difference> Merges(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = i.MergedIntoId != null && i.Status == IdeaStatus.Merged ? 1 : i.MergedIntoId == null && i.Status != IdeaStatus.Merged ? 0 : -1,
        Counted = db.IdeaMerges.Count(m => m.SourceId == i.Id && m.UndoneAt == null && (i.MergedIntoId == null || m.TargetId == i.MergedIntoId)),
    });

    private static IQueryable<Difference> Chains(CommunityDb db) => db.Ideas.Where(i => i.MergedIntoId != null).Select(i => new Difference
    {
        Id = i.Id,
        Kept = db.Ideas.Count(s => s.MergedIntoId == i.Id),
        Counted = 0,
    });

    private static IQueryable<Difference> Statuses(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = 1,
        Counted = db.IdeaStatusChanges.Where(c => c.IdeaId == i.Id).OrderByDescending(c => c.Id).Select(c => c.To == i.Status ? 1 : 2).FirstOrDefault() == 2 ? 0 : 1,
    });

    private static IQueryable<Difference> Seen(CommunityDb db) => db.Ideas.Select(i => new Difference
    {
        Id = i.Id,
        Kept = i.SeenCount,
        Counted = db.SeenDays.Where(d => d.DiscussionId == i.Id).Sum(d => d.Members + d.Visitors),
    });

    private static IQueryable<Difference> Boards(CommunityDb db) => db.IdeaBoards.Select(b => new Difference
    {
        Id = b.Id,
        Kept = b.IdeaCount,
        Counted = db.Ideas.Count(i => i.BoardId == b.Id && i.State == PostState.Visible && i.MergedIntoId == null),
    });
}
