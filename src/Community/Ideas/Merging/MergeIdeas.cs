using System.Globalization;
using Community.Data;
using Community.Ideas.Contract;
using Community.Ideas.Votes;
using Community.Shared;

namespace Community.Ideas.Merging;

/// <summary>Tells an idea together with another one: a link that can be taken back. Votes and comments stay where they are.</summary>
public sealed class MergeIdeas(CommunityData data, Ids ids, TimeProvider time)
{
    internal const string Action = "merge-idea";

    /// <param name="SourceNumber">The idea that goes.</param>
    /// <param name="TargetNumber">The idea that stays.</param>
    public sealed record Input(long SourceNumber, long TargetNumber);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (await IdeaRow.Find(db, input.SourceNumber) is not { Idea: var source } from)
                return Problem.NotFound();
            if (IdeaRules.WhyNotManage(actor, source, now) is { } refused)
                return refused;
            if (await IdeaRow.Find(db, input.TargetNumber) is not { Idea: var target } to || !IdeaRules.CanSee(actor, target))
                return Problem.Invalid("into", "idea-unknown");
            if (source.MergedIntoId == target.Id)
                return Done.Yes;
            var group = await db.GroupOf(source.Id, cancel);
            if (WhyNot(source, target, group.Count) is { } unfit)
                return unfit;

            var before = source.Status;
            db.IdeaMerges.Add(new IdeaMerge { Id = ids.Next(), SourceId = source.Id, TargetId = target.Id, StatusBefore = before, ById = actor.MemberId!.Value, At = now });
            db.IdeaStatusChanges.Add(new IdeaStatusChange { Id = ids.Next(), IdeaId = source.Id, From = before, To = IdeaStatus.Merged, ById = actor.MemberId, At = now });
            source.MergedIntoId = target.Id;
            source.Become(IdeaStatus.Merged, now);
            from.Board.IdeaCount--;
            from.Discussion.Change();
            to.Discussion.Change();
            await db.SaveChangesAsync(cancel);
            await IdeaTotals.Recount(db, target, cancel);
            // Those of the idea that stays are told nothing: for them nothing has changed.
            db.Raise(new IdeaStatusChanged(target.Id, before, IdeaStatus.Merged, null, actor.MemberId, await db.HearersOf([source.Id], source.Audience, actor.MemberId, cancel)));
            db.Raise(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Idea, source.Id), source.AuthorId, null, null, target.Id.ToString(CultureInfo.InvariantCulture)));
            return Done.Yes;
        },
        cancel);

    private static Problem? WhyNot(Idea source, Idea target, int group)
    {
        if (source.Id == target.Id)
            return Problem.Invalid("into", "merge-self");
        if (source.MergedIntoId is not null)
            return Problem.Conflict("idea-merged");
        if (target.MergedIntoId is not null)
            return Problem.Invalid("into", "merge-into-merged");
        // A chain would hide whose votes stand where.
        if (group > 1)
            return Problem.Conflict("merge-has-merged");
        if (source.Audience != target.Audience)
            return Problem.Invalid("into", "merge-audience");
        if (target.State != Discussions.PostState.Visible || source.State != Discussions.PostState.Visible)
            return Problem.Conflict("idea-not-visible");
        return source.Status.CanBecome(IdeaStatus.Merged) ? null : Problem.Conflict("idea-closed");
    }
}
