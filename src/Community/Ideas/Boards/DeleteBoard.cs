using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>An administrator deletes a board. One that holds ideas is archived instead: what people asked for is not thrown away.</summary>
public sealed class DeleteBoard(CommunityData data, TimeProvider time)
{
    /// <param name="IsArchived">Whether the board is still there, archived.</param>
    public sealed record Deleted(bool IsArchived);

    public Task<Result<Deleted>> Run(Actor actor, long boardId, CancellationToken cancel = default) => data.Write<Deleted>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.IdeaBoards.FirstOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
                return Problem.NotFound();
            var holdsIdeas = await db.Ideas.AnyAsync(i => i.BoardId == boardId, cancel);
            if (holdsIdeas && board.IsArchived)
                return new Deleted(true);

            if (holdsIdeas)
                board.IsArchived = true;
            else
                db.IdeaBoards.Remove(board);
            await db.TouchSite(cancel);
            db.Raise(BoardActs.Acted(actor, holdsIdeas ? "archive-board" : "delete-board", board, board.Slug));
            return new Deleted(holdsIdeas);
        },
        cancel);
}
