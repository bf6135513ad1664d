using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Ideas.Api;

/// <summary>What there is to read: boards, ideas, their comments and backers, and what became of them.</summary>
internal static class IdeasApi
{
    private const string Tag = "Ideas";

    private static readonly Problem UnknownBoard = Problem.Invalid("board", "board-unknown");

    private static readonly Problem UnknownSort = Problem.Invalid("sort", "sort-unknown");

    private static readonly Problem UnknownStatus = Problem.Invalid("status", "idea-status-unknown");

    private static readonly Problem UnknownPeriod = Problem.Invalid("period", "period-unknown");

    public static void MapIdeasApi(this IEndpointRouteBuilder app)
    {
        var ideas = app.MapApi(Tag);
        ideas.MapGet("/boards", Boards).Named("ListBoards", "The boards of ideas, with how soon they are answered");
        ideas.MapGet("/ideas", List).Named("ListIdeas", "Ideas, page by page", "Open ideas in one of their orders, or those with a status, the latest to get there first.");
        ideas.MapGet("/ideas/{number:long}", Read).Named("ReadIdea", "One idea, without its posts", "One idea, without its posts, with the member's own vote. One that was merged says into which.");
        ideas.MapGet("/ideas/{number:long}/posts", Posts).Named("ListIdeaPosts", "The text of an idea and its comments, in order", "The text of an idea and its comments, in order of their numbers, tombstones in their places.");
        ideas.MapGet("/ideas/{number:long}/backers", Backers).Named("ListBackers", "Who backs an idea, the last first", "Who backs an idea, the last first, where its board shows that; the staff always sees it.").MayRefuse();
        ideas.MapGet("/ideas/roadmap", Roadmap).Named("ReadRoadmap", "What is planned, in progress and shipped");
        ideas.MapGet("/ideas/shipped", Shipped).Named("ListShippedIdeas", "What was asked for and is there", "What was asked for and is there, the latest first, with everybody whose idea went into it.");
        ideas.MapGet("/me/ideas", Mine).Named("ListMyIdeas", "What the member submitted or backs", "What the member submitted or backs, whatever became of it, the newest first.").Needs(TokenScope.Read);
        ideas.MapGet("/me/votes", Budget).Named("ReadVoteBudget", "The votes that the member has in boards with a budget").Needs(TokenScope.Read);
    }

    private static async Task<Ok<IReadOnlyList<Client.IdeaBoard>>> Boards(ListBoards boards, CurrentActor current, CancellationToken cancel)
    {
        var all = new List<Client.IdeaBoard>();
        foreach (var board in await boards.Run(current.Actor, cancel))
            all.Add(IdeaWire.Board(board, await boards.Clock(board, cancel)));
        return TypedResults.Ok<IReadOnlyList<Client.IdeaBoard>>(all);
    }

    private static async Task<Results<Ok<Client.Page<Client.Idea>>, ApiProblem>> List(
        string? board, string? sort, string? period, string? status, string? after, ListIdeas ideas, ListBoards boards, CurrentActor current, CancellationToken cancel)
    {
        var within = await BoardId(board, boards, current.Actor, cancel);
        if (!within.Ok)
            return new ApiProblem(within.Problem);
        if (string.IsNullOrEmpty(status))
        {
            if (QueryName.Of(sort, IdeaSort.Hot) is not { } order)
                return new ApiProblem(UnknownSort);
            return PeriodOf(period) is { Ok: true, Span: var span }
                ? (await ideas.Open(current.Actor, new ListIdeas.Query(order, within.Value.Id, span, after), cancel: cancel)).As(page => Wire.Page(page, IdeaWire.Idea))
                : new ApiProblem(UnknownPeriod);
        }

        if (QueryName.Of(status, default(IdeaStatus)) is not { } known)
            return new ApiProblem(UnknownStatus);
        // What is closed has no other order than when it got there.
        return string.IsNullOrEmpty(sort)
            ? (await ideas.With(current.Actor, known, within.Value.Id, after, cancel: cancel)).As(page => Wire.Page(page, IdeaWire.Idea))
            : new ApiProblem(UnknownSort);
    }

    // The first page holds all that the head says; the posts are asked for by themselves.
    private static async Task<Results<Ok<Client.IdeaDetails>, ApiProblem>> Read(long number, ReadIdea ideas, CurrentActor current, CancellationToken cancel) =>
        (await ideas.Run(current.Actor, number, 1, cancel)).As(IdeaWire.Idea);

    private static async Task<Results<Ok<Client.Page<Client.Post>>, ApiProblem>> Posts(long number, string? after, ListIdeaPosts posts, CurrentActor current, CancellationToken cancel) =>
        (await posts.Run(current.Actor, number, after, cancel)).As(page => Wire.Page(page, PostWire.Post));

    private static async Task<Results<Ok<Client.Page<Client.Backer>>, ApiProblem>> Backers(long number, string? after, ListBackers backers, CurrentActor current, CancellationToken cancel) =>
        (await backers.Run(current.Actor, number, after, cancel)).As(page => Wire.Page(page, IdeaWire.Backer));

    private static async Task<Results<Ok<IReadOnlyList<Client.RoadmapLane>>, ApiProblem>> Roadmap(string? board, ReadRoadmap roadmap, ListBoards boards, CurrentActor current, CancellationToken cancel)
    {
        var within = await BoardId(board, boards, current.Actor, cancel);
        if (!within.Ok)
            return new ApiProblem(within.Problem);
        IReadOnlyList<Client.RoadmapLane> lanes = [.. (await roadmap.Run(current.Actor, within.Value.Id, cancel: cancel)).Select(IdeaWire.Lane)];
        return TypedResults.Ok(lanes);
    }

    private static async Task<Results<Ok<Client.Page<Client.ShippedIdea>>, ApiProblem>> Shipped(string? after, ReadRoadmap roadmap, CurrentActor current, CancellationToken cancel) =>
        (await roadmap.Shipped(current.Actor, after, cancel)).As(page => Wire.Page(page, IdeaWire.Shipped));

    private static async Task<Results<Ok<Client.Page<Client.Idea>>, ApiProblem>> Mine(string? after, ListIdeas ideas, CurrentActor current, CancellationToken cancel) =>
        (await ideas.Mine(current.Actor, after, cancel: cancel)).As(page => Wire.Page(page, IdeaWire.Idea));

    private static async Task<Ok<Client.VoteBudget>> Budget(ReadBudget budget, CurrentActor current, CancellationToken cancel)
    {
        // Whoever has a token is a member.
        var votes = (await budget.Run(current.Actor, cancel))!;
        return TypedResults.Ok(new Client.VoteBudget(votes.All, votes.Spent, votes.Left));
    }

    private static async Task<Result<Within>> BoardId(string? slug, ListBoards boards, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(slug))
            return new Within(null);
        var found = await boards.Find(actor, slug, cancel);
        return found.Ok ? new Within(found.Value.Id) : UnknownBoard;
    }

    private static (bool Ok, TopSpan? Span) PeriodOf(string? period)
    {
        if (string.IsNullOrEmpty(period))
            return (true, null);
        var span = QueryName.Of<TopSpan>(period, default);
        return (span is not null, span);
    }

    /// <param name="Id">Null for all boards.</param>
    private readonly record struct Within(long? Id);
}
