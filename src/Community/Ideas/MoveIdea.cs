using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Moves an idea, with what is told together with it, to another board. Number and votes stay.</summary>
public sealed class MoveIdea(CommunityData data, TimeProvider time)
{
    internal const string Action = "move-idea";

    public sealed record Input(long IdeaNumber, string BoardSlug, string? Reason = null);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (await IdeaRow.Find(db, input.IdeaNumber) is not { Idea: var idea, Board: var from })
                return Problem.NotFound();
            if (IdeaRules.WhyNotManage(actor, idea, time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.IdeaBoards.FirstOrDefaultAsync(b => b.Slug == input.BoardSlug, cancel) is not { } to || !actor.CanSee(to.ReadAudience))
                return Problem.Invalid("board", "board-unknown");
            if (from.Id == to.Id)
                return Done.Yes;
            if (idea.Status == IdeaStatus.Merged)
                return Problem.Conflict("idea-merged");
            if (to.IsArchived)
                return Problem.Invalid("board", "board-archived");
            if (!string.IsNullOrWhiteSpace(input.Reason) && StaffReason.WhyNot(input.Reason) is { } badReason)
                return badReason;
            if (IdeaStatuses.OfBoards.Contains(idea.Status) && !to.Statuses.Contains(idea.Status))
                return Problem.Invalid("board", "board-lacks-status");

            var group = await db.GroupOf(idea.Id, cancel);
            foreach (var moved in await db.Ideas.Where(i => group.Contains(i.Id)).ToListAsync(cancel))
                (moved.BoardId, moved.Audience) = (to.Id, to.ReadAudience);
            foreach (var discussion in await db.Discussions.Where(d => group.Contains(d.Id)).ToListAsync(cancel))
            {
                discussion.Audience = to.ReadAudience;
                discussion.Change(ofSubject: true);
            }

            foreach (var top in await db.IdeaTops.Where(t => group.Contains(t.IdeaId)).ToListAsync(cancel))
                top.BoardId = to.Id;
            if (idea.State == PostState.Visible)
                (from.IdeaCount, to.IdeaCount) = (from.IdeaCount - 1, to.IdeaCount + 1);
            db.Raise(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Idea, idea.Id), idea.AuthorId, input.Reason?.Trim(), from.Slug, to.Slug));
            return Done.Yes;
        },
        cancel);
}
