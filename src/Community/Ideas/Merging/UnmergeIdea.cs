using System.Globalization;
using Community.Data;
using Community.Discussions;
using Community.Ideas.Contract;
using Community.Ideas.Votes;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Merging;

/// <summary>Ends the link of a merge. Each idea has the votes again that are its own.</summary>
public sealed class UnmergeIdea(CommunityData data, Ids ids, TimeProvider time)
{
    internal const string Action = "unmerge-idea";

    public Task<Result<Done>> Run(Actor actor, long sourceNumber, string? reason = null, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (await IdeaRow.Find(db, sourceNumber) is not { Idea: var source } row)
                return Problem.NotFound();
            if (IdeaRules.WhyNotManage(actor, source, now) is { } refused)
                return refused;
            if (await db.IdeaMerges.FirstOrDefaultAsync(m => m.SourceId == source.Id && m.UndoneAt == null, cancel) is not { } merge)
                return Done.Yes;

            (merge.UndoneAt, merge.UndoneById) = (now, actor.MemberId);
            source.MergedIntoId = null;
            source.Become(merge.StatusBefore, now);
            row.Board.IdeaCount += source.State == PostState.Visible ? 1 : 0;
            row.Discussion.Change();
            var target = await db.Ideas.FirstAsync(i => i.Id == merge.TargetId, cancel);
            (await db.Discussions.FirstAsync(d => d.Id == merge.TargetId, cancel)).Change();
            db.IdeaStatusChanges.Add(new IdeaStatusChange { Id = ids.Next(), IdeaId = source.Id, From = IdeaStatus.Merged, To = merge.StatusBefore, ById = actor.MemberId, At = now });
            await db.SaveChangesAsync(cancel);
            await IdeaTotals.Recount(db, target, cancel);
            db.Raise(new IdeaStatusChanged(source.Id, IdeaStatus.Merged, merge.StatusBefore, null, actor.MemberId, await db.HearersOf([source.Id], source.Audience, actor.MemberId, cancel)));
            db.Raise(new StaffActed(actor.MemberId, Action, new ContentRef(ContentKind.Idea, source.Id), source.AuthorId, reason, merge.TargetId.ToString(CultureInfo.InvariantCulture)));
            return Done.Yes;
        },
        cancel);
}
