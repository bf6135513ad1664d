using System.Globalization;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Votes;

/// <summary>Takes somebody's reason for backing an idea out of sight for everybody but moderators, or lets it be read again. The vote counts as before.</summary>
public sealed class HideReason(CommunityData data, TimeProvider time)
{
    /// <param name="VoteId">Whose reason.</param>
    /// <param name="To">Whether it is to be hidden.</param>
    /// <param name="Reason">For the log.</param>
    public sealed record Input(long VoteId, bool To, string? Reason);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (actor.WhyNotModerate(time.GetUtcNow()) is { } forbidden)
                return forbidden;
            if (await db.IdeaVotes.FirstOrDefaultAsync(v => v.Id == input.VoteId && v.UndoneAt == null && v.Reason != null, cancel) is not { } vote
                || await db.Ideas.FirstAsync(i => i.Id == vote.IdeaId, cancel) is not { } idea || !actor.CanSee(idea.Audience))
                return Problem.NotFound();
            if (vote.IsReasonHidden == input.To)
                return Done.Yes;
            if (StaffReason.WhyNot(input.Reason) is { } noReason)
                return noReason;

            vote.IsReasonHidden = input.To;
            var id = vote.Id.ToString(CultureInfo.InvariantCulture);
            db.Raise(new StaffActed(actor.MemberId, input.To ? "hide-vote-reason" : "show-vote-reason", new ContentRef(ContentKind.Idea, idea.Id), vote.MemberId, input.Reason!.Trim(), id, id));
            return Done.Yes;
        },
        cancel);
}
