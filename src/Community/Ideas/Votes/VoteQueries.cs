using Community.Data;
using Community.Members;
using Community.Shared;

namespace Community.Ideas.Votes;

internal static class VoteQueries
{
    /// <summary>The votes of a member that are spent: on open ideas of boards with a budget. They come back when the idea closes, is merged or is seen no more by them, and when its board is archived.</summary>
    public static IQueryable<IdeaVote> VotesSpent(this CommunityDb db, Actor actor)
    {
        var audiences = actor.Audiences;
        return db.IdeaVotes.Where(v => v.MemberId == actor.MemberId && v.UndoneAt == null
            && db.Ideas.Any(i => i.Id == v.IdeaId && i.IsOpen && audiences.Contains(i.Audience) && db.IdeaBoards.Any(b => b.Id == i.BoardId && b.HasBudget && !b.IsArchived)));
    }

    /// <summary>Whose waiting votes count now: who joined by then, has confirmed their address where they have an account, and is not suspended.</summary>
    public static IQueryable<Member> WhoseVotesCount(this CommunityDb db, DateTimeOffset joinedBy, DateTimeOffset now) =>
        db.Members.Where(m => m.State == MemberState.Active && !(m.SuspendedUntil > now) && m.JoinedAt <= joinedBy && !db.Accounts.Any(a => a.Id == m.Id && !a.EmailConfirmed));
}
