using Community.Ideas.Boards;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Ideas.Api;

/// <summary>What an administrator does to boards.</summary>
internal static class BoardsApi
{
    private static readonly Problem UnknownStatus = Problem.Invalid("statuses", "idea-status-unknown");

    public static void MapBoardsApi(this IEndpointRouteBuilder app)
    {
        var boards = app.MapApi("Ideas");
        boards.MapPost("/boards", Create).Named("CreateBoard", "Opens a board", "Opens a board, after the others. For administrators.").Needs(TokenScope.Staff);
        boards.MapPut("/boards/{board}", Update).Named("UpdateBoard", "Changes what an administrator chooses about a board").Needs(TokenScope.Staff);
        boards.MapDelete("/boards/{board}", Delete)
            .Named("DeleteBoard", "Takes a board away", "Takes a board away. One that holds ideas is archived instead, and the answer says so.").Needs(TokenScope.Staff);
        boards.MapPut("/boards/{board}/position", Order).Named("MoveBoard", "Puts a board elsewhere among the others").Needs(TokenScope.Staff);
        boards.MapPut("/boards/{board}/archive", (string board, ListBoards all, ArchiveBoard archive, CurrentActor current, CancellationToken cancel) => Archive(board, true, all, archive, current, cancel))
            .Named("ArchiveBoard", "Closes a board for everything new").Needs(TokenScope.Staff);
        boards.MapDelete("/boards/{board}/archive", (string board, ListBoards all, ArchiveBoard archive, CurrentActor current, CancellationToken cancel) => Archive(board, false, all, archive, current, cancel))
            .Named("ReopenBoard", "Opens an archived board again").Needs(TokenScope.Staff);
    }

    private static async Task<Results<Created<Client.IdeaBoard>, ApiProblem>> Create(
        Client.IdeaBoardSettings settings, [FromHeader(Name = "Idempotency-Key")] string? key, CreateBoard create, ListBoards all, CurrentActor current, CancellationToken cancel)
    {
        if (IdeaWire.Settings(settings) is not { } wanted)
            return new ApiProblem(UnknownStatus);
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var made = await create.Run(current.Actor, new CreateBoard.Input(wanted, once.Value), cancel);
        if (!made.Ok)
            return new ApiProblem(made.Problem);
        var board = await Read(wanted, all, current.Actor, cancel);
        return board.Ok ? TypedResults.Created($"{ApiPath.V1}/boards/{board.Value.Slug}", board.Value) : new ApiProblem(board.Problem);
    }

    private static async Task<Results<Ok<Client.IdeaBoard>, ApiProblem>> Update(
        string board, Client.IdeaBoardSettings settings, UpdateBoard update, ListBoards all, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, board, cancel);
        if (!found.Ok)
            return new ApiProblem(found.Problem);
        if (IdeaWire.Settings(settings) is not { } wanted)
            return new ApiProblem(UnknownStatus);
        var done = await update.Run(current.Actor, new UpdateBoard.Input(found.Value.Id, wanted), cancel);
        return done.Ok ? (await Read(wanted, all, current.Actor, cancel)).As(now => now) : new ApiProblem(done.Problem);
    }

    private static async Task<Results<Ok<Client.DeletedBoard>, ApiProblem>> Delete(string board, ListBoards all, DeleteBoard delete, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, board, cancel);
        return found.Ok ? (await delete.Run(current.Actor, found.Value.Id, cancel)).As(deleted => new Client.DeletedBoard(deleted.IsArchived)) : new ApiProblem(found.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Order(
        string board, Client.BoardPosition wanted, ListBoards all, ReorderBoard reorder, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, board, cancel);
        return found.Ok
            ? (await reorder.Run(current.Actor, new ReorderBoard.Input(found.Value.Id, Math.Clamp(wanted.Position, 0, int.MaxValue - 1) + 1), cancel)).Nothing()
            : new ApiProblem(found.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> Archive(string board, bool to, ListBoards all, ArchiveBoard archive, CurrentActor current, CancellationToken cancel)
    {
        var found = await all.Find(current.Actor, board, cancel);
        return found.Ok ? (await archive.Run(current.Actor, new ArchiveBoard.Input(found.Value.Id, to), cancel)).Nothing() : new ApiProblem(found.Problem);
    }

    private static async Task<Result<Client.IdeaBoard>> Read(BoardSettings wanted, ListBoards all, Actor actor, CancellationToken cancel)
    {
        var board = await all.Find(actor, wanted.Tidied().Slug, cancel);
        return board.Ok ? IdeaWire.Board(board.Value, await all.Clock(board.Value, cancel)) : board.Problem;
    }
}
