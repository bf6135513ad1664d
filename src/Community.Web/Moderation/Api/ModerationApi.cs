using Community.Members;
using Community.Moderation;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Moderation.Api;

/// <summary>The moderators' desk: what waits, what is decided, what was done.</summary>
internal static class ModerationApi
{
    public static void MapModerationApi(this IEndpointRouteBuilder app)
    {
        var desk = app.MapApi("Moderation");
        desk.MapGet("/moderation/queue", Queue).Named("ReadQueue", "What waits for a moderator, the most urgent first").Needs(TokenScope.Staff);
        desk.MapGet("/moderation/queue/summary", Summary).Named("CountQueue", "How much waits, and for how long").Needs(TokenScope.Staff);
        desk.MapPost("/moderation/queue/decisions", Decide).Named("Decide", "Takes something off the queue").Needs(TokenScope.Staff);
        desk.MapPut("/posts/{id}/state", Bring).Named("ChangePostState", "Approves, hides, removes or restores a post").Needs(TokenScope.Staff);
        desk.MapGet("/moderation/log", Log).Named("ReadLog", "What the staff did, the latest first").Needs(TokenScope.Staff);
        desk.MapPost("/moderation/log/{number:long}/undo", Undo).Named("UndoAct", "Takes an act of the staff back", "Takes an act of the staff back, by the opposite act, which is logged like any other.").Needs(TokenScope.Staff);
    }

    private static async Task<Results<Ok<Client.Page<Client.QueueItem>>, ApiProblem>> Queue(string? after, ReadQueue queue, CurrentActor current, CancellationToken cancel) =>
        (await queue.Run(current.Actor, after, cancel)).As(page => Wire.Page(page, DeskWire.Item));

    private static async Task<Results<Ok<Client.QueueSummary>, ApiProblem>> Summary(CountQueue count, CurrentActor current, CancellationToken cancel) =>
        (await count.Run(current.Actor, cancel)).As(summary => new Client.QueueSummary(summary.Reported, summary.Held, summary.Oldest));

    private static async Task<Results<NoContent, ApiProblem>> Decide(Client.QueueDecision wanted, HandleReports handle, CurrentActor current, CancellationToken cancel)
    {
        if (SameName<Client.Decision, Decision>.Find(wanted.Decision) is not { } decision)
            return new ApiProblem(Problem.Invalid("decision", "decision-unknown"));
        if (SameName<Client.ContentKind, ContentKind>.Find(wanted.Kind) is not { } kind)
            return new ApiProblem(Problem.NotFound());
        var input = new HandleReports.Input(new ContentRef(kind, wanted.Id.ToId()), decision, wanted.Reason ?? "");
        return (await handle.Run(current.Actor, input, cancel)).Nothing();
    }

    private static async Task<Results<NoContent, ApiProblem>> Bring(string id, Client.StateChange wanted, ModerateContent moderate, CurrentActor current, CancellationToken cancel)
    {
        var content = new ContentRef(ContentKind.Post, id.ToId());
        if (SameName<Client.ContentState, ContentState>.Find(wanted.From) is not { } from || SameName<Client.ContentState, ContentState>.Find(wanted.To) is not { } to)
            return new ApiProblem(Problem.Invalid("to", "state-unknown"));
        var seen = await moderate.Read(current.Actor, content, cancel);
        return seen.Ok ? (await moderate.Run(current.Actor, seen.Value with { State = from }, to, wanted.Reason, cancel)).Nothing() : new ApiProblem(seen.Problem);
    }

    private static async Task<Results<Ok<Client.Page<Client.LogEntry>>, ApiProblem>> Log(
        string? by, string? action, string? after, ReadLog log, CurrentActor current, CancellationToken cancel) =>
        (await log.Run(current.Actor, new ReadLog.Filter(by, action), after, cancel)).As(page => Wire.Page(page, DeskWire.Entry));

    private static async Task<Results<NoContent, ApiProblem>> Undo(long number, UndoAct undo, CurrentActor current, CancellationToken cancel) =>
        (await undo.Run(current.Actor, number, cancel)).Nothing();
}
