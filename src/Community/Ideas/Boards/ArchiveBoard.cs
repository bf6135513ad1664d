using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>An administrator closes a board for anything new, or opens it again.</summary>
public sealed class ArchiveBoard(CommunityData data, TimeProvider time)
{
    public sealed record Input(long BoardId, bool To);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.IdeaBoards.FirstOrDefaultAsync(b => b.Id == input.BoardId, cancel) is not { } board)
                return Problem.NotFound();
            if (board.IsArchived == input.To)
                return Done.Yes;

            board.IsArchived = input.To;
            await db.TouchSite(cancel);
            db.Raise(BoardActs.Acted(actor, input.To ? "archive-board" : "reopen-board", board));
            return Done.Yes;
        },
        cancel);
}
