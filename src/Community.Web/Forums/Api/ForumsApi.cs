using Community.Forums;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Forums.Api;

internal static class ForumsApi
{
    public static void MapForumsApi(this IEndpointRouteBuilder app)
    {
        var forums = app.MapApi("Forums");
        forums.MapGet("/forums", List).Named("ListForums", "The forums of the first level, each with those below it");
        forums.MapGet("/forums/{slug}", Read).Named("ReadForum", "One forum");
        forums.MapPost("/forums", Create).Named("CreateForum", "Makes a forum", "Makes a forum, the last of its level. For administrators.").Needs(TokenScope.Staff);
        forums.MapPut("/forums/{slug}", Update).Named("UpdateForum", "Changes what an administrator chooses about a forum").Needs(TokenScope.Staff);
        forums.MapDelete("/forums/{slug}", Delete).Named("DeleteForum", "Takes an empty forum away").Needs(TokenScope.Staff);
        forums.MapPut("/forums/{slug}/position", Order).Named("MoveForum", "Puts a forum elsewhere among its neighbours").Needs(TokenScope.Staff);
        forums.MapPut("/forums/{slug}/archive", (string slug, ListForumSettings all, ArchiveForum archive, CurrentActor current, CancellationToken cancel) => Archive(slug, true, all, archive, current, cancel))
            .Named("ArchiveForum", "Closes a forum for everything new").Needs(TokenScope.Staff);
        forums.MapDelete("/forums/{slug}/archive", (string slug, ListForumSettings all, ArchiveForum archive, CurrentActor current, CancellationToken cancel) => Archive(slug, false, all, archive, current, cancel))
            .Named("ReopenForum", "Opens an archived forum again").Needs(TokenScope.Staff);
    }

    private static async Task<Ok<IReadOnlyList<Client.Forum>>> List(ListForums forums, CurrentActor current, CancellationToken cancel)
    {
        IReadOnlyList<Client.Forum> all = [.. (await forums.Run(current.Actor, cancel)).Select(ForumWire.Forum)];
        return TypedResults.Ok(all);
    }

    private static async Task<Results<Ok<Client.Forum>, ApiProblem>> Read(string slug, ListForums forums, CurrentActor current, CancellationToken cancel) =>
        (await forums.Find(current.Actor, slug, cancel)).As(place => ForumWire.Forum(place.Forum));

    private static async Task<Results<Created<Client.Forum>, ApiProblem>> Create(
        Client.ForumSettings settings, [FromHeader(Name = "Idempotency-Key")] string? key,
        CreateForum create, ListForums forums, ListForumSettings all, CurrentActor current, CancellationToken cancel)
    {
        var wanted = await Settings(settings, all, current.Actor, cancel);
        if (!wanted.Ok)
            return new ApiProblem(wanted.Problem);
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var made = await create.Run(current.Actor, new CreateForum.Input(wanted.Value, once.Value), cancel);
        if (!made.Ok)
            return new ApiProblem(made.Problem);
        var forum = await forums.Find(current.Actor, wanted.Value.Tidied().Slug, cancel);
        return forum.Ok ? TypedResults.Created($"{ApiPath.V1}/forums/{forum.Value.Forum.Slug}", ForumWire.Forum(forum.Value.Forum)) : new ApiProblem(forum.Problem);
    }

    private static async Task<Results<Ok<Client.Forum>, ApiProblem>> Update(
        string slug, Client.ForumSettings settings, UpdateForum update, ListForums forums, ListForumSettings all, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, slug, cancel);
        if (!found.Ok)
            return new ApiProblem(found.Problem);
        var wanted = await Settings(settings, all, current.Actor, cancel);
        if (!wanted.Ok)
            return new ApiProblem(wanted.Problem);
        var done = await update.Run(current.Actor, new UpdateForum.Input(found.Value.Id, wanted.Value), cancel);
        return done.Ok
            ? (await forums.Find(current.Actor, wanted.Value.Tidied().Slug, cancel)).As(place => ForumWire.Forum(place.Forum))
            : new ApiProblem(done.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Delete(string slug, ListForumSettings all, DeleteForum delete, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, slug, cancel);
        return found.Ok ? (await delete.Run(current.Actor, found.Value.Id, cancel)).Nothing() : new ApiProblem(found.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Order(
        string slug, Client.ForumPosition wanted, ListForumSettings all, ReorderForum reorder, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, slug, cancel);
        return found.Ok ? (await reorder.Run(current.Actor, new ReorderForum.Input(found.Value.Id, wanted.Position), cancel)).Nothing() : new ApiProblem(found.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Archive(
        string slug, bool to, ListForumSettings all, ArchiveForum archive, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, slug, cancel);
        return found.Ok ? (await archive.Run(current.Actor, new ArchiveForum.Input(found.Value.Id, to), cancel)).Nothing() : new ApiProblem(found.Problem);
    }

    /// <summary>The settings with their parent's id in the place of its slug.</summary>
    private static async Task<Result<ForumSettings>> Settings(Client.ForumSettings wire, ListForumSettings all, Actor actor, CancellationToken cancel)
    {
        long? parent = null;
        if (wire.Parent is { Length: > 0 } slug)
        {
            var found = await all.Find(actor, slug, cancel);
            if (!found.Ok)
                return Problem.Invalid("parent", "forum-unknown");
            parent = found.Value.Id;
        }

        return new ForumSettings(
            wire.Slug ?? "", Wire.Text(wire.Name), Wire.Text(wire.Description), wire.Hue, parent, wire.ReadAudience ?? "", wire.ReplyAudience ?? "", wire.StartAudience ?? "");
    }
}
