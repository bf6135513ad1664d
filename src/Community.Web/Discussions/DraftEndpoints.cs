using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Discussions;

internal static class DraftEndpoints
{
    public static void MapDrafts(this WebApplication app)
    {
        var drafts = app.MapGroup("/drafts").RequireAuthorization(Policies.Member);
        drafts.MapPost("/{place}", Save);
        drafts.MapPost("/{place}/discard", Discard);
    }

    /// <summary>The fields have the names that they have in the forms; the script sends the form as it is.</summary>
    private static async Task<IResult> Save(
        string place, [FromForm] string? sequence, [FromForm] string? key, [FromForm] string? title, [FromForm] string? body, [FromForm] string? tags, [FromForm] string? reason,
        [FromForm] string? to, [FromForm] string? version, SaveDraft save, CurrentActor current, CancellationToken cancel)
    {
        if (DraftPlace.Read(place) is not { } known)
            return new ProblemAnswer(Problem.NotFound());
        var text = new DraftText
        {
            Title = title ?? "",
            Body = body ?? "",
            Tags = tags ?? "",
            Reason = reason ?? "",
            ReplyToNumber = QueryNumber.Int(to),
            Version = QueryNumber.Int(version),
        };
        var formKey = Guid.TryParse(key, out var parsed) ? parsed : Guid.Empty;
        var saved = await save.Run(current.Actor, new SaveDraft.Input(known, QueryNumber.Long(sequence) ?? 0, text, formKey), cancel);
        if (saved.Ok)
            return Results.NoContent();
        return saved.Problem is { Code: "draft-stale", Args: { } stored } ? Stale(stored) : new ProblemAnswer(saved.Problem);
    }

    private static async Task<IResult> Discard(string place, [FromForm(Name = "return")] string? back, DiscardDraft discard, CurrentActor current, CancellationToken cancel) =>
        DraftPlace.Read(place) is { } known
            ? (await discard.Run(current.Actor, known, cancel)).Then(_ => ReturnPath.Of(back))
            : new ProblemAnswer(Problem.NotFound());

    private static IResult Stale(IReadOnlyDictionary<string, object> stored)
    {
        var text = (DraftText)stored["text"];
        return Results.Json(
            new
            {
                sequence = stored["sequence"],
                savedAt = stored["savedAt"],
                text = new { text.Title, text.Body, text.Tags, text.Reason, to = text.ReplyToNumber, text.Version },
            },
            statusCode: StatusCodes.Status409Conflict);
    }
}
