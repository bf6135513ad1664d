using System.Text.Json;
using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>An administrator changes a board. Another audience counts at once for everything in it; a status that is no longer given stays with the ideas that have it.</summary>
public sealed class UpdateBoard(CommunityData data, TimeProvider time)
{
    public sealed record Input(long BoardId, BoardSettings Settings);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotAdminister(time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.IdeaBoards.FirstOrDefaultAsync(b => b.Id == input.BoardId, cancel) is not { } board)
                return Problem.NotFound();
            var settings = input.Settings.Tidied();
            if (settings.WhyNot() is { } problem)
                return problem;
            if (await db.IdeaBoards.AnyAsync(b => b.Slug == settings.Slug && b.Id != board.Id, cancel))
                return Problem.Invalid("slug", "board-slug-taken");
            var before = BoardSettings.Of(board);
            if (before == settings)
                return Done.Yes;
            // What was told together is told to the same people.
            if (before.ReadAudience != settings.ReadAudience && await db.Ideas.AnyAsync(i => i.MergedIntoId != null && (i.BoardId == board.Id) != db.Ideas.Any(t => t.Id == i.MergedIntoId && t.BoardId == board.Id), cancel))
                return Problem.Conflict("board-merged-across");

            settings.CopyTo(board);
            if (before.ReadAudience != settings.ReadAudience)
                await Spread(db, board, cancel);
            await db.TouchSite(cancel);
            db.Raise(BoardActs.Acted(actor, "update-board", board, JsonSerializer.Serialize(before), JsonSerializer.Serialize(settings)));
            return Done.Yes;
        },
        cancel);

    // Straight in the database: a board may hold more ideas than memory should.
    private static async Task Spread(CommunityDb db, IdeaBoard board, CancellationToken cancel)
    {
        var audience = board.ReadAudience;
        var ideas = db.Ideas.Where(i => i.BoardId == board.Id);
        await db.Discussions.Where(d => ideas.Any(i => i.Id == d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.Audience, audience), cancel);
        await ideas.ExecuteUpdateAsync(i => i.SetProperty(x => x.Audience, audience), cancel);
    }
}
