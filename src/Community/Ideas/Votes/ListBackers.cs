using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Votes;

/// <summary>Somebody who backs an idea.</summary>
/// <param name="Reason">In their own words; one that is hidden is told to moderators alone.</param>
public sealed record Backer(long VoteId, MemberSummary Member, Importance? Importance, string? Reason, bool IsReasonHidden, DateTimeOffset Since);

/// <summary>Who backs an idea, where its board shows that and showed it when they began to; the staff always sees it.</summary>
public sealed class ListBackers(CommunityData data)
{
    public const int PageSize = 50;

    public async Task<Result<Page<Backer>>> Run(Actor actor, long ideaNumber, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<Page<Backer>>>(
            async db =>
            {
                if (await IdeaRow.FindStanding(db, ideaNumber) is not { } row || !IdeaRules.CanSee(actor, row.Idea))
                    return Problem.NotFound();
                if (!IdeaRules.CanSeeBackers(actor, row.Board))
                    return Problem.Forbidden("backers-hidden");
                var votes = db.CountedIn(await db.GroupOf(row.Idea.Id, cancel));
                if (cursor is { Id: var id })
                    votes = votes.Where(v => v.Id < id);
                if (!actor.IsStaff)
                    votes = votes.Where(v => !v.IsForTeam || v.MemberId == actor.MemberId);
                var seesHidden = actor.IsModerator;
                // What somebody new says first is read by a moderator before it stands anywhere.
                var holds = !seesHidden && await db.Site.AnyAsync(s => s.HoldsFirstPosts, cancel);
                var rows = await votes.OrderByDescending(v => v.Id).Take(PageSize + 1)
                    .Join(db.Members, v => v.MemberId, m => m.Id, (v, m) => new Backer(v.Id, new MemberSummary(m.Id, m.Handle, m.DisplayName, m.Role, m.State), v.Importance, (v.IsReasonHidden && !seesHidden) || (holds && m.Id != actor.MemberId && m.Trust == TrustLevel.New && m.Role == Role.Member && m.FirstPostApprovedAt == null && m.PostCount == 0) ? null : v.Reason, v.IsReasonHidden && seesHidden, v.Since))
                    .ToListAsync(cancel);
                return Page<Backer>.Of([.. rows.OrderByDescending(b => b.VoteId)], PageSize, last => new Cursor(null, last.VoteId));
            },
            cancel);
    }
}
