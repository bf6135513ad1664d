using Community.Ideas;
using Community.Ideas.Merging;
using Community.Ideas.Votes;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Ideas.Api;

/// <summary>What the brand's team and the moderators do to ideas.</summary>
internal static class IdeaDeskApi
{
    public static void MapIdeaDeskApi(this IEndpointRouteBuilder app)
    {
        var ideas = app.MapApi("Ideas");
        ideas.MapPost("/ideas/{number:long}/status", SetStatus)
            .Named("SetIdeaStatus", "Says how far an idea has come, answers it, or both", "Says how far an idea has come, answers it, or both. What is said is an official comment that is pinned on top.").Needs(TokenScope.Staff);
        ideas.MapPut("/ideas/{number:long}/merge", Merge).Named("MergeIdeas", "Tells an idea together with another one", "Tells an idea together with another one: a link that can be taken back. Votes and comments stay where they are.").Needs(TokenScope.Staff);
        ideas.MapDelete("/ideas/{number:long}/merge", Unmerge).Named("UnmergeIdea", "Lets an idea stand for itself again").Needs(TokenScope.Staff);
        ideas.MapPost("/ideas/{number:long}/parts", Split).Named("SplitIdea", "Takes a second wish out of an idea", "Takes a second wish out of an idea and makes it an idea of its own, in the same board. Votes stay with the first.").Needs(TokenScope.Staff);
        ideas.MapPut("/ideas/{number:long}/board", Move).Named("MoveIdea", "Moves an idea to another board", "Moves an idea, with what is told together with it, to another board; who may read it follows.").Needs(TokenScope.Staff);
        ideas.MapPost("/ideas/{number:long}/passed-on", PassOn).Named("PassOnVote", "Notes that somebody who is not here wants an idea").Needs(TokenScope.Staff);
        ideas.MapGet("/ideas/{number:long}/passed-on", PassedOn).Named("ListPassedOn", "What was passed on for an idea, the latest first, at most 200").Needs(TokenScope.Staff);
        ideas.MapDelete("/passed-on/{id}", TakeBack)
            .Named("TakeBackPassedOn", "Takes back what was passed on", "Takes back what was passed on; for whom it was and where it was said is forgotten with it.").Needs(TokenScope.Staff);
        ideas.MapPut("/backers/{id}/hidden", (string id, Client.Because why, HideReason hide, CurrentActor current, CancellationToken cancel) => Hide(id, true, why.Reason, hide, current, cancel))
            .Named("HideReason", "Takes somebody's reason for backing an idea out of sight", "Takes somebody's reason for backing an idea out of sight for everybody but moderators; their vote counts as before. For moderators.").Needs(TokenScope.Staff);
        ideas.MapPost("/backers/{id}/show", (string id, Client.Because why, HideReason hide, CurrentActor current, CancellationToken cancel) => Hide(id, false, why.Reason, hide, current, cancel))
            .Named("ShowReason", "Lets a hidden reason be read again").Needs(TokenScope.Staff);
    }

    private static async Task<Results<NoContent, ApiProblem>> Hide(string id, bool to, string? reason, HideReason hide, CurrentActor current, CancellationToken cancel) =>
        (await hide.Run(current.Actor, new HideReason.Input(id.ToId(), to, reason), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> SetStatus(
        long number, Client.StatusDecision decision, [FromHeader(Name = "Idempotency-Key")] string? key, SetIdeaStatus set, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        if (SameName<Client.IdeaStatus, IdeaStatus>.Find(decision.To) is not { } to)
            return new ApiProblem(Problem.Invalid("to", "idea-status-unknown"));
        IdeaStatus? from = decision.From is { } seen ? SameName<Client.IdeaStatus, IdeaStatus>.Find(seen) : null;
        if (from is null && decision.From is not null)
            return new ApiProblem(Problem.Invalid("from", "idea-status-unknown"));
        return (await set.Run(current.Actor, new SetIdeaStatus.Input(number, to, decision.Markdown, once.Value, from), cancel)).Nothing();
    }

    private static async Task<Results<NoContent, ApiProblem>> Merge(long number, Client.IdeaMerge merge, MergeIdeas act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, new MergeIdeas.Input(number, merge.Into), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Unmerge(long number, UnmergeIdea act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, number, cancel: cancel)).Nothing();

    private static async Task<Results<Created<Client.SubmittedIdea>, ApiProblem>> Split(
        long number, Client.IdeaPart part, [FromHeader(Name = "Idempotency-Key")] string? key, SplitIdea split, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var done = await split.Run(current.Actor, new SplitIdea.Input(number, part.Title, part.Markdown, once.Value), cancel);
        return done.Ok ? TypedResults.Created(IdeaActsApi.Address(done.Value.Number), IdeaWire.Submitted(done.Value)) : new ApiProblem(done.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Move(long number, Client.IdeaMove move, MoveIdea act, CurrentActor current, CancellationToken cancel) =>
        (await act.Run(current.Actor, new MoveIdea.Input(number, move.Board ?? "", move.Reason), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> PassOn(
        long number, Client.NewPassedOn vote, [FromHeader(Name = "Idempotency-Key")] string? key, PassOnVote act, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        return once.Ok ? (await act.Run(current.Actor, new PassOnVote.Input(number, vote.Name, vote.Evidence, once.Value), cancel)).Nothing() : new ApiProblem(once.Problem);
    }

    private static async Task<Results<Ok<IReadOnlyList<Client.PassedOn>>, ApiProblem>> PassedOn(long number, PassOnVote act, CurrentActor current, CancellationToken cancel) =>
        (await act.List(current.Actor, number, cancel)).As(all => (IReadOnlyList<Client.PassedOn>)[.. all.Select(IdeaWire.PassedOn)]);

    private static async Task<Results<NoContent, ApiProblem>> TakeBack(string id, PassOnVote act, CurrentActor current, CancellationToken cancel) =>
        (await act.TakeBack(current.Actor, id.ToId(), cancel)).Nothing();
}
