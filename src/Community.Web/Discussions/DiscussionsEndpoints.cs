using Community.Discussions;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Discussions;

public static class DiscussionsEndpoints
{
    public static void MapDiscussions(this WebApplication app)
    {
        // For now, not for ever: a post can move.
        app.MapGet("/p/{id:long}", async (long id, FindPost find, CurrentActor current, CancellationToken cancel) =>
            (await find.Run(current.Actor, id, cancel)).Value is { } place ? Results.Redirect(Links.PostAt(place.Path, place.PostNumber)) : Results.NotFound());
        var posts = app.MapGroup("/p/{id:long}").RequireAuthorization(Policies.Member);
        posts.MapPost("/react", Give);
        posts.MapPost("/remove", Remove);
        app.MapDrafts();
        app.MapPeople();
        app.MapReading();
        app.MapFollows();
    }

    private static async Task<IResult> Give(
        long id, [FromForm] string? kind, [FromForm(Name = "return")] string? back, React react, CurrentActor current, CancellationToken cancel)
    {
        if (WantedReaction.Parse(kind) is not { Ok: true } wanted)
            return new ProblemAnswer(Problem.Invalid("kind", "unknown-reaction"));
        return (await react.Run(current.Actor, new React.Input(id, wanted.Kind), cancel)).Then(_ => ReturnPath.Of(back));
    }

    private static async Task<IResult> Remove(
        long id, [FromForm(Name = "return")] string? back, RemoveOwnPost remove, CurrentActor current, CancellationToken cancel) =>
        (await remove.Run(current.Actor, id, cancel)).Then(_ => ReturnPath.Of(back));

    /// <summary>What a reaction's button asks for: one kind, or <c>none</c>.</summary>
    private readonly record struct WantedReaction(bool Ok, ReactionKind? Kind)
    {
        public static WantedReaction Parse(string? text)
        {
            if (text == "none")
                return new WantedReaction(true, null);
            var isKnown = Enum.TryParse<ReactionKind>(text, true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0]);
            return new WantedReaction(isKnown, kind);
        }
    }
}
