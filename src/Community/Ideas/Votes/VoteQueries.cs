using Community.Data;
using Community.Members;

namespace Community.Ideas.Votes;

internal static class VoteQueries
{
    /// <summary>The votes of a member that are spent: on open ideas of boards with a budget. They come back when the idea closes, is merged or is seen no more.</summary>
    public static IQueryable<IdeaVote> VotesSpent(this CommunityDb db, long memberId) =>
        db.IdeaVotes.Where(v => v.MemberId == memberId && v.UndoneAt == null
            && db.Ideas.Any(i => i.Id == v.IdeaId && i.IsOpen && db.IdeaBoards.Any(b => b.Id == i.BoardId && b.HasBudget)));

    /// <summary>Whose votes count: who joined by then, and has confirmed their address where they have an account.</summary>
    public static IQueryable<Member> WhoseVotesCount(this CommunityDb db, DateTimeOffset joinedBy) =>
        db.Members.Where(m => m.JoinedAt <= joinedBy && !db.Accounts.Any(a => a.Id == m.Id && !a.EmailConfirmed));
}
