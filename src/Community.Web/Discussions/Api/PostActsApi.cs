using Community.Discussions;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Discussions.Api;

/// <summary>What is done to a post, wherever it stands.</summary>
internal static class PostActsApi
{
    public static void MapPostActsApi(this IEndpointRouteBuilder app)
    {
        var posts = app.MapApi("Posts");
        posts.MapPut("/posts/{id}", Edit).Named("EditPost", "Gives a post another text", "Gives a post another text; with an opening also the title and tags of its topic or idea. If-Match holds the version that the edit started from, the entity tag of the answer the new one.").GivesVersion().Needs(TokenScope.Write);
        posts.MapDelete("/posts/{id}", Remove).Named("RemovePost", "Takes a post of one's own away", "Takes a post of one's own away; a tombstone keeps its number.").Needs(TokenScope.Write);
        posts.MapGet("/posts/{id}/quote", Quote).Named("QuotePost", "A post as the beginning of an answer").Needs(TokenScope.Read);
        posts.MapGet("/posts/{id}/revisions", Revisions).Named("ListRevisions", "What a post said, from its first text to the present one");

        var reactions = app.MapApi("Reactions");
        reactions.MapPut("/posts/{id}/reaction", Give).Named("React", "Gives a post a reaction in the place of any other").Needs(TokenScope.Write);
        reactions.MapDelete("/posts/{id}/reaction", TakeBack).Named("TakeReactionBack", "Takes one's reaction back").Needs(TokenScope.Write);

        var desk = app.MapApi("Moderation");
        desk.MapPut("/posts/{id}/revisions/{version:int}/hidden", (string id, int version, Client.Because why, HideRevision hide, CurrentActor current, CancellationToken cancel) => Hide(id, version, true, why.Reason, hide, current, cancel))
            .Named("HideRevision", "Takes a former text out of a post's history").Needs(TokenScope.Staff);
        desk.MapPost("/posts/{id}/revisions/{version:int}/show", (string id, int version, Client.Because why, HideRevision hide, CurrentActor current, CancellationToken cancel) => Hide(id, version, false, why.Reason, hide, current, cancel))
            .Named("ShowRevision", "Lets a hidden former text be read again").Needs(TokenScope.Staff);
    }

    private static async Task<Results<NoContent, ApiProblem>> Edit(
        string id, Client.PostEdit edit, [FromHeader(Name = "If-Match")] string? ifMatch, HttpContext http, EditPost act, CurrentActor current, CancellationToken cancel)
    {
        var version = EditVersion.Of(ifMatch);
        if (!version.Ok)
            return new ApiProblem(version.Problem, EditVersion.StatusOf(version.Problem));
        var tags = edit.Tags is null ? null : string.Join(",", edit.Tags);
        var done = await act.Run(current.Actor, new EditPost.Input(id.ToId(), version.Value, edit.Markdown, edit.Title, tags, edit.Reason), cancel);
        if (!done.Ok)
            return new ApiProblem(done.Problem, EditVersion.StatusOf(done.Problem));
        http.Response.Headers.ETag = EditVersion.Tag(done.Value);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ApiProblem>> Remove(string id, RemoveOwnPost remove, CurrentActor current, CancellationToken cancel) =>
        (await remove.Run(current.Actor, id.ToId(), cancel)).Nothing();

    private static async Task<Results<Ok<Client.Quote>, ApiProblem>> Quote(string id, ReadQuote quotes, CurrentActor current, CancellationToken cancel) =>
        await quotes.Run(current.Actor, id.ToId(), cancel) is { } quote ? TypedResults.Ok(new Client.Quote(quote)) : new ApiProblem(Problem.NotFound());

    private static async Task<Results<Ok<IReadOnlyList<Client.Revision>>, ApiProblem>> Revisions(string id, ReadRevisions revisions, CurrentActor current, CancellationToken cancel) =>
        (await revisions.Run(current.Actor, id.ToId(), cancel)).As(view => (IReadOnlyList<Client.Revision>)[.. view.Versions.Select(Of)]);

    private static async Task<Results<NoContent, ApiProblem>> Give(string id, Client.Reaction wanted, React react, CurrentActor current, CancellationToken cancel) =>
        SameName<Client.ReactionKind, ReactionKind>.Find(wanted.Kind) is { } kind
            ? (await react.Run(current.Actor, new React.Input(id.ToId(), kind), cancel)).Nothing()
            : new ApiProblem(Problem.Invalid("kind", "unknown-reaction"));

    private static async Task<Results<NoContent, ApiProblem>> TakeBack(string id, React react, CurrentActor current, CancellationToken cancel) =>
        (await react.Run(current.Actor, new React.Input(id.ToId(), null), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Hide(string id, int version, bool to, string? reason, HideRevision hide, CurrentActor current, CancellationToken cancel) =>
        (await hide.Run(current.Actor, new HideRevision.Input(id.ToId(), version, to, reason), cancel)).Nothing();

    private static Client.Revision Of(RevisionView version) => new()
    {
        Number = version.Number,
        Title = version.Title,
        Tags = version.Tags,
        Markdown = version.Body,
        At = version.At,
        By = version.By?.Handle,
        Reason = version.Reason,
        IsHidden = version.IsHidden,
    };
}
