using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>An administrator moves a board among the others.</summary>
public sealed class ReorderBoard(CommunityData data, TimeProvider time)
{
    /// <param name="BoardId">Which board.</param>
    /// <param name="Position">Its wanted place, from 1; what is beyond the ends counts as the end.</param>
    public sealed record Input(long BoardId, int Position);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            var boards = await db.IdeaBoards.OrderBy(b => b.Order).ThenBy(b => b.Id).ToListAsync(cancel);
            if (boards.Find(b => b.Id == input.BoardId) is not { } board)
                return Problem.NotFound();

            boards.Remove(board);
            boards.Insert(Math.Clamp(input.Position - 1, 0, boards.Count), board);
            for (var place = 0; place < boards.Count; place++)
                boards[place].Order = place + 1;
            await db.TouchSite(cancel);
            return Done.Yes;
        },
        cancel);
}
