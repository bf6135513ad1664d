using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Members;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Who must hear what becomes of an idea.</summary>
internal static class IdeaHearers
{
    /// <summary>Backers, followers and authors of all that is told together, each once. Not who does it, and nobody who has muted one of them.</summary>
    public static async Task<IReadOnlyList<long>> HearersOf(this CommunityDb db, IReadOnlyList<long> group, long? except, CancellationToken cancel)
    {
        var follows = db.Follows.Where(f => f.Kind == FollowKind.Idea && group.Contains(f.TargetId));
        var people = db.IdeaVotes.Where(v => group.Contains(v.IdeaId) && v.UndoneAt == null).Select(v => v.MemberId)
            .Union(db.Ideas.Where(i => group.Contains(i.Id)).Select(i => i.AuthorId))
            .Union(follows.Where(f => f.Level == FollowLevel.Tracking || f.Level == FollowLevel.Watching).Select(f => f.MemberId));
        return await db.Members
            .Where(m => m.State == MemberState.Active && m.Id != except && people.Contains(m.Id) && !follows.Any(f => f.MemberId == m.Id && f.Level == FollowLevel.Muted))
            .OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancel);
    }
}
