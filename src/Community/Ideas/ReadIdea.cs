using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Ideas.Boards;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas;

/// <summary>What an idea's page says about the idea itself.</summary>
public sealed record IdeaHead
{
    public required long Id { get; init; }

    public required long Number { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public required string? Language { get; init; }

    public required BoardView Board { get; init; }

    public required long AuthorId { get; init; }

    public required MemberSummary Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required PostState State { get; init; }

    public required string Audience { get; init; }

    public required IdeaStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>Where it is told now; null while it stands for itself.</summary>
    public required IdeaRef? MergedInto { get; init; }

    /// <summary>What it was taken out of.</summary>
    public required IdeaRef? SplitFrom { get; init; }

    public required long? AnswerPostId { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }

    public required int BackerCount { get; init; }

    public required int CommentCount { get; init; }

    public required int SeenCount { get; init; }

    public required int LastNumber { get; init; }

    public required int LastVisibleNumber { get; init; }

    public required long ChangeNumber { get; init; }

    public required DateTimeOffset LastPostAt { get; init; }

    /// <summary>Whether anybody may read it, and so search engines and feeds.</summary>
    public bool IsPublic => State == PostState.Visible && Audience == Shared.Audience.Everyone;

    public int LastPage => DiscussionLimits.PageOf(LastNumber);

    public IdeaStanding Standing => new(Audience, State, AuthorId, Status);
}

/// <summary>An idea as a link.</summary>
public sealed record IdeaRef(long Number, string Slug, string Title, string? Language, MemberSummary Author);

/// <summary>An idea that is told within another one.</summary>
/// <param name="Idea">Its name and author.</param>
/// <param name="Backers">Those who backed it itself, also where they back the other one too.</param>
/// <param name="Comments">Its visible comments.</param>
public sealed record MergedIdea(IdeaRef Idea, int Backers, int Comments);

/// <summary>An entry of the idea's history.</summary>
public sealed record StatusStep(IdeaStatus From, IdeaStatus To, DateTimeOffset At, MemberSummary? By, long? PostId);

/// <summary>How much it matters to those who said so.</summary>
public sealed record Weights(int Nice, int Important, int Essential);

/// <summary>A page of an idea as a certain reader sees it.</summary>
public sealed record IdeaView
{
    public required IdeaHead Head { get; init; }

    /// <summary>Those of the page, in order, tombstones in their places.</summary>
    public required IReadOnlyList<PostView> Posts { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    public required IReadOnlyList<TagSummary> Tags { get; init; }

    /// <summary>The official answer, pinned on every page.</summary>
    public required PostView? Answer { get; init; }

    public required IReadOnlyList<MergedIdea> Merged { get; init; }

    /// <summary>Ideas that were taken out of it.</summary>
    public required IReadOnlyList<IdeaRef> SplitInto { get; init; }

    public required IReadOnlyList<StatusStep> History { get; init; }

    public required Weights Weights { get; init; }

    /// <summary>How many the team passed on for people who are not here.</summary>
    public required int PassedOn { get; init; }

    /// <summary>The reader's own vote; null where they do not back it.</summary>
    public required OwnVote? Own { get; init; }

    /// <summary>Votes that the reader has left; null where votes are not counted, or for a visitor.</summary>
    public required int? VotesLeft { get; init; }

    public required FollowLevel Level { get; init; }

    /// <summary>The lowest number of the page.</summary>
    public int Start => ((Page - 1) * DiscussionLimits.PostsPerPage) + 1;

    public int End => Page * DiscussionLimits.PostsPerPage;
}

/// <param name="IsWaiting">Whether it counts later.</param>
public sealed record OwnVote(Importance? Importance, string? Reason, bool IsWaiting);

public sealed class ReadIdea(CommunityData data, IOptions<IdeaLimits> limits)
{
    private const int HistoryLength = 50;

    private static readonly Func<CommunityDb, long, Task<long?>> IdByNumber = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        db.Ideas.Where(i => i.Number == number).Select(i => (long?)i.Id).FirstOrDefault());

    private static readonly Func<CommunityDb, long, Task<Row?>> ByNumber = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        (from idea in db.Ideas
         where idea.Number == number
         join discussion in db.Discussions on idea.Id equals discussion.Id
         join board in db.IdeaBoards on idea.BoardId equals board.Id
         join author in db.Members on idea.AuthorId equals author.Id
         join t in db.Ideas on idea.MergedIntoId equals t.Id into targets
         from target in targets.DefaultIfEmpty()
         join m in db.Members on target.AuthorId equals m.Id into targetAuthors
         from targetAuthor in targetAuthors.DefaultIfEmpty()
         join w in db.Ideas on idea.SplitFromId equals w.Id into wholes
         from whole in wholes.DefaultIfEmpty()
         join n in db.Members on whole.AuthorId equals n.Id into wholeAuthors
         from wholeAuthor in wholeAuthors.DefaultIfEmpty()
         select new Row(
             new IdeaHead
             {
                 Id = idea.Id,
                 Number = idea.Number,
                 Title = idea.Title,
                 Slug = idea.Slug,
                 Language = idea.Language,
                 Board = new BoardView
                 {
                     Id = board.Id,
                     Slug = board.Slug,
                     Name = board.Name,
                     Rules = board.Rules,
                     Hue = board.Hue,
                     ReadAudience = board.ReadAudience,
                     SubmitAudience = board.SubmitAudience,
                     Statuses = board.Statuses,
                     HasBudget = board.HasBudget,
                     ShowsBackers = board.ShowsBackers,
                     ReviewsFirst = board.ReviewsFirst,
                     AnswerDays = board.AnswerDays,
                     IsArchived = board.IsArchived,
                     IdeaCount = board.IdeaCount,
                 },
                 AuthorId = idea.AuthorId,
                 Author = new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
                 CreatedAt = idea.CreatedAt,
                 State = idea.State,
                 Audience = idea.Audience,
                 Status = idea.Status,
                 StatusAt = idea.StatusAt,
                 MergedInto = target == null || targetAuthor == null ? null : new IdeaRef(
                     target.Number, target.Slug, target.Title, target.Language, new MemberSummary(targetAuthor.Id, targetAuthor.Handle, targetAuthor.DisplayName, targetAuthor.Role, targetAuthor.State)),
                 SplitFrom = whole == null || wholeAuthor == null ? null : new IdeaRef(
                     whole.Number, whole.Slug, whole.Title, whole.Language, new MemberSummary(wholeAuthor.Id, wholeAuthor.Handle, wholeAuthor.DisplayName, wholeAuthor.Role, wholeAuthor.State)),
                 AnswerPostId = idea.AnswerPostId,
                 AnsweredAt = idea.AnsweredAt,
                 BackerCount = idea.BackerCount,
                 CommentCount = idea.CommentCount,
                 SeenCount = idea.SeenCount,
                 LastNumber = discussion.LastNumber,
                 LastVisibleNumber = db.Posts.Where(p => p.Id == idea.LastPostId).Select(p => p.Number).FirstOrDefault(),
                 ChangeNumber = discussion.ChangeNumber,
                 LastPostAt = idea.LastPostAt,
             },
             target == null ? null : (IdeaStanding?)new IdeaStanding(target.Audience, target.State, target.AuthorId, target.Status),
             whole == null ? null : (IdeaStanding?)new IdeaStanding(whole.Audience, whole.State, whole.AuthorId, whole.Status))).FirstOrDefault());

    /// <summary>A page of an idea. What the actor may not read, and a page that does not exist, is NotFound. One that was merged says into which, and shows what it says itself.</summary>
    public Task<Result<IdeaView>> Run(Actor actor, long number, int page, CancellationToken cancel = default) => data.Read<Result<IdeaView>>(async db =>
    {
        if (await ByNumber(db, number) is not { } row || row.SeenBy(actor) is not { } head || page < 1 || page > head.LastPage)
            return Problem.NotFound();

        var from = ((page - 1) * DiscussionLimits.PostsPerPage) + 1;
        var group = await db.GroupOf(head.Id, cancel);
        return new IdeaView
        {
            Head = head,
            Posts = await db.PostsOf(actor, head.Id, from, from + DiscussionLimits.PostsPerPage - 1, cancel),
            Page = page,
            Tags = await db.TagsOfOne(head.Id, cancel),
            Answer = await Answer(db, actor, head, cancel),
            Merged = group.Count == 1 ? [] : await MergedInto(db, head.Id, cancel),
            SplitInto = await Refs(db, db.Ideas.VisibleTo(actor).Where(i => i.SplitFromId == head.Id)).ToListAsync(cancel),
            History = await History(db, head.Id, cancel),
            Weights = await Weigh(db, group, cancel),
            PassedOn = await db.ProxyVotes.CountAsync(v => group.Contains(v.IdeaId) && v.UndoneAt == null, cancel),
            Own = actor.MemberId is { } me ? await Own(db, me, group, cancel) : null,
            VotesLeft = head.Board.HasBudget && actor.IsMember ? Math.Max(0, limits.Value.OpenVotes - await db.VotesSpent(actor).CountAsync(cancel)) : null,
            Level = actor.MemberId is { } follower ? await LevelOf(db, follower, head.Id, cancel) : FollowLevel.Normal,
        };
    }, cancel);

    /// <summary>The id behind a public number, which never changes; null where there is no such idea.</summary>
    public Task<long?> IdOf(long number, CancellationToken cancel = default) => data.Read(db => IdByNumber(db, number), cancel);

    /// <summary>An idea without its posts, as a card. What the actor may not read is NotFound.</summary>
    public Task<Result<IdeaHead>> Head(Actor actor, long number, CancellationToken cancel = default) => data.Read<Result<IdeaHead>>(
        async db => await ByNumber(db, number) is { } row && row.SeenBy(actor) is { } head ? head : Problem.NotFound(), cancel);

    private static async Task<PostView?> Answer(CommunityDb db, Actor actor, IdeaHead head, CancellationToken cancel)
    {
        if (head.AnswerPostId is not { } id)
            return null;
        var number = await db.Posts.Where(p => p.Id == id).Select(p => p.Number).FirstAsync(cancel);
        return (await db.PostsOf(actor, head.Id, number, number, cancel)).SingleOrDefault(p => p.IsShown);
    }

    private static async Task<IReadOnlyList<MergedIdea>> MergedInto(CommunityDb db, long id, CancellationToken cancel)
    {
        var sources = db.Ideas.Where(i => i.MergedIntoId == id && i.State == PostState.Visible);
        var refs = await Refs(db, sources).ToListAsync(cancel);
        var figures = await sources.Select(i => new { i.Number, i.BackerCount, i.CommentCount }).ToDictionaryAsync(i => i.Number, cancel);
        return [.. refs.OrderBy(r => r.Number).Select(r => new MergedIdea(r, figures[r.Number].BackerCount, figures[r.Number].CommentCount))];
    }

    private static IQueryable<IdeaRef> Refs(CommunityDb db, IQueryable<Idea> ideas) =>
        ideas.Join(db.Members, i => i.AuthorId, m => m.Id, (i, m) => new IdeaRef(i.Number, i.Slug, i.Title, i.Language, new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State)));

    private static Task<List<StatusStep>> History(CommunityDb db, long id, CancellationToken cancel) =>
        (from change in db.IdeaStatusChanges
         where change.IdeaId == id && change.From != change.To
         join m in db.Members on change.ById equals m.Id into members
         from member in members.DefaultIfEmpty()
         orderby change.Id descending
         select new StatusStep(
             change.From, change.To, change.At, member == null ? null : new MemberSummary(member.Id, member.Handle, member.DisplayName, member.Role, member.State), change.PostId))
        .Take(HistoryLength).ToListAsync(cancel);

    private static async Task<Weights> Weigh(CommunityDb db, IReadOnlyList<long> group, CancellationToken cancel)
    {
        var counts = await db.CountedIn(group).Where(v => v.Importance != null).GroupBy(v => v.Importance!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new Weights(counts.GetValueOrDefault(Importance.Nice), counts.GetValueOrDefault(Importance.Important), counts.GetValueOrDefault(Importance.Essential));
    }

    private static Task<OwnVote?> Own(CommunityDb db, long me, IReadOnlyList<long> group, CancellationToken cancel) =>
        db.StandingOf(me, group).OrderBy(v => v.Since).ThenBy(v => v.Id).Select(v => (OwnVote?)new OwnVote(v.Importance, v.Reason, v.CountedAt == null)).FirstOrDefaultAsync(cancel);

    private static async Task<FollowLevel> LevelOf(CommunityDb db, long me, long id, CancellationToken cancel) =>
        await db.Follows.Where(f => f.MemberId == me && f.Kind == FollowKind.Idea && f.TargetId == id).Select(f => (FollowLevel?)f.Level).FirstOrDefaultAsync(cancel) ?? FollowLevel.Normal;

    private sealed record Row(IdeaHead Head, IdeaStanding? Target, IdeaStanding? Whole)
    {
        /// <summary>What is told within another idea is seen where that is, and what it was taken out of is named to those who may read it.</summary>
        public IdeaHead? SeenBy(Actor actor)
        {
            if (!IdeaRules.CanSee(actor, Head.Standing) || (Target is { } target && !IdeaRules.CanSee(actor, target)))
                return null;
            return Whole is { } whole && !IdeaRules.CanSee(actor, whole) ? Head with { SplitFrom = null } : Head;
        }
    }
}
