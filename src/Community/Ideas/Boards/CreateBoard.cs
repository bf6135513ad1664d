using Community.Data;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Boards;

/// <summary>An administrator opens a board, after the others.</summary>
public sealed class CreateBoard(CommunityData data, Ids ids, TimeProvider time)
{
    /// <param name="Settings">What the board is like.</param>
    /// <param name="Key">Made by the client: the same key again returns the first board.</param>
    public sealed record Input(BoardSettings Settings, Guid Key);

    public sealed record Created(long Id);

    public Task<Result<Created>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Created>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (actor.WhyNotAdminister(now) is { } refused)
                return refused;
            if (await db.FirstResultOf(actor.MemberId!.Value, input.Key, cancel) is { } first)
                return new Created(first);
            var settings = input.Settings.Tidied();
            if (settings.WhyNot() is { } problem)
                return problem;
            if (await db.IdeaBoards.AnyAsync(b => b.Slug == settings.Slug, cancel))
                return Problem.Invalid("slug", "board-slug-taken");

            var board = new IdeaBoard
            {
                Id = ids.Next(),
                Slug = settings.Slug,
                Name = settings.Name,
                Statuses = settings.Statuses,
                Order = (await db.IdeaBoards.MaxAsync(b => (int?)b.Order, cancel) ?? 0) + 1,
            };
            settings.CopyTo(board);
            db.IdeaBoards.Add(board);
            db.Receipts.Add(new Receipt { MemberId = actor.MemberId.Value, Key = input.Key, ContentId = board.Id, At = now });
            await db.TouchSite(cancel);
            db.Raise(BoardActs.Acted(actor, "create-board", board, null, board.Slug));
            return new Created(board.Id);
        },
        cancel);
}
