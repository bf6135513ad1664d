using System.Collections.Concurrent;
using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>What a member is shown to have: counted over what everybody may read, so that nobody learns how much is said where they may not look.</summary>
public sealed record MemberFigures(int Posts, int Topics, int Reactions);

/// <summary>
/// Counts over everything that a member wrote at most once a minute, or where they wrote or were given something since. A topic that was
/// moved meanwhile counts for the rest of the minute as before.
/// </summary>
public sealed class ReadMemberFigures(CommunityData data, IEnumerable<ISearchable> kinds, TimeProvider time)
{
    private const int Remembered = 1_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<long, Counted> known = new();

    public async Task<MemberFigures> Run(long memberId, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var stored = await data.Read(db => db.Members.Where(m => m.Id == memberId).Select(m => new Stored(m.PostCount, m.TopicCount, m.ReactionsReceived)).FirstOrDefaultAsync(cancel), cancel);
        if (known.TryGetValue(memberId, out var counted) && counted.Stored == stored && now - counted.At < Fresh)
            return counted.Figures;
        var figures = await data.Read(db => Count(db, memberId, cancel), cancel);
        if (known.Count >= Remembered)
            known.Clear();
        known[memberId] = new Counted(now, stored, figures);
        return figures;
    }

    private async Task<MemberFigures> Count(CommunityDb db, long memberId, CancellationToken cancel)
    {
        var all = new MemberFigures(0, 0, 0);
        foreach (var kind in kinds)
        {
            var isTopic = kind.Kind == ContentKind.Topic ? 1 : 0;
            var some = await db.Posts.Where(p => p.AuthorId == memberId && p.State == PostState.Visible)
                .Join(kind.Subjects(db, Actor.Visitor), p => p.DiscussionId, s => s.Id, (post, _) => post)
                .GroupBy(_ => 1)
                .Select(posts => new MemberFigures(
                    posts.Count(),
                    posts.Sum(p => p.Number == 1 ? isTopic : 0),
                    posts.Sum(p => p.Reactions.Heart + p.Reactions.Like + p.Reactions.Laugh + p.Reactions.Wow + p.Reactions.Clap + p.Reactions.Celebrate)))
                .SingleOrDefaultAsync(cancel);
            if (some is not null)
                all = new(all.Posts + some.Posts, all.Topics + some.Topics, all.Reactions + some.Reactions);
        }

        return all;
    }

    /// <summary>The counters that every post and reaction moves.</summary>
    private sealed record Stored(int Posts, int Topics, int Reactions);

    private sealed record Counted(DateTimeOffset At, Stored? Stored, MemberFigures Figures);
}
