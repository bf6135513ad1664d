using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>Who must hear what becomes of an idea.</summary>
internal static class IdeaHearers
{
    /// <summary>Backers, followers and authors of all that is told together, each once. Not who does it, nobody who has muted one of them, and nobody who may not read it.</summary>
    public static async Task<IReadOnlyList<long>> HearersOf(this CommunityDb db, IReadOnlyList<long> group, string audience, long? except, CancellationToken cancel)
    {
        var follows = db.Follows.Where(f => f.Kind == FollowKind.Idea && group.Contains(f.TargetId));
        var people = db.IdeaVotes.Where(v => group.Contains(v.IdeaId) && v.UndoneAt == null).Select(v => v.MemberId)
            .Union(db.Ideas.Where(i => group.Contains(i.Id)).Select(i => i.AuthorId))
            .Union(follows.Where(f => f.Level == FollowLevel.Tracking || f.Level == FollowLevel.Watching).Select(f => f.MemberId));
        var hearers = await db.Members
            .Where(m => m.State == MemberState.Active && m.Id != except && people.Contains(m.Id) && !follows.Any(f => f.MemberId == m.Id && f.Level == FollowLevel.Muted))
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.Role, m.Trust }).ToListAsync(cancel);
        return [.. hearers.Where(m => Audience.Of(m.Role, m.Trust).Contains(audience)).Select(m => m.Id)];
    }
}
