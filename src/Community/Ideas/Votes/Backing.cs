using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas.Votes;

/// <summary>Which votes count for an idea: the ledger's entries that stand and count, over what is told together, each person once.</summary>
internal static class Backing
{
    private static readonly Func<CommunityDb, long, long, IAsyncEnumerable<IdeaVote>> StandingOfOne = EF.CompileAsyncQuery((CommunityDb db, long memberId, long ideaId) =>
        db.IdeaVotes.AsTracking().Where(v => v.IdeaId == ideaId && v.MemberId == memberId && v.UndoneAt == null));

    /// <summary>What somebody has said of any of the ideas, the earliest first, tracked.</summary>
    public static async Task<List<IdeaVote>> StandingOf(this CommunityDb db, long memberId, IReadOnlyList<long> group, CancellationToken cancel) => group.Count == 1
        ? await StandingOfOne(db, memberId, group[0]).ToListAsync(cancel)
        : await db.StandingOf(memberId, group).OrderBy(v => v.Since).ThenBy(v => v.Id).ToListAsync(cancel);

    /// <summary>What somebody has said of any of the ideas, counted yet or not.</summary>
    public static IQueryable<IdeaVote> StandingOf(this CommunityDb db, long memberId, IReadOnlyList<long> group) =>
        db.IdeaVotes.Where(v => v.MemberId == memberId && v.UndoneAt == null && group.Contains(v.IdeaId));

    /// <summary>Each person's first vote that counts.</summary>
    public static IQueryable<IdeaVote> CountedIn(this CommunityDb db, IReadOnlyList<long> group)
    {
        var counted = db.IdeaVotes.Where(v => v.UndoneAt == null && v.CountedAt != null);
        if (group.Count == 1)
        {
            var one = group[0];
            return counted.Where(v => v.IdeaId == one);
        }

        return counted.Where(v => group.Contains(v.IdeaId)
            && !counted.Any(o => o.MemberId == v.MemberId && group.Contains(o.IdeaId) && (o.Since < v.Since || (o.Since == v.Since && o.Id < v.Id))));
    }
}
