using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>The posts of a discussion that have changed since a change number, as they are by now.</summary>
public sealed class ListChanges(CommunityData data, ReadChange changes)
{
    /// <summary>Posts in one answer: two pages of them and a half, which no program waits for long.</summary>
    public const int AtMost = 50;

    public async Task<Result<ChangedPosts>> Run(Actor actor, long discussionId, long after, CancellationToken cancel = default)
    {
        // First how far, then what: what comes between the two is told again the next time, and never left out.
        var far = await changes.Run(actor, discussionId, cancel);
        return far.Ok ? await data.Read(db => Since(db, actor, discussionId, after, far.Value, cancel), cancel) : far.Problem;
    }

    private static async Task<ChangedPosts> Since(CommunityDb db, Actor actor, long discussionId, long after, long to, CancellationToken cancel)
    {
        var changed = await db.Posts.Where(p => p.DiscussionId == discussionId && p.ChangeNumber > after && p.ChangeNumber <= to)
            .OrderBy(p => p.ChangeNumber).ThenBy(p => p.Number)
            .Select(p => new Change(p.Number, p.ChangeNumber, p.State == PostState.Held && p.StateChangedAt == null))
            .Take(AtMost + 1)
            .ToListAsync(cancel);
        var hasMore = changed.Count > AtMost;
        if (hasMore)
        {
            // Posts that one act changed share a number and are told together, lest the rest of them be passed over.
            var (end, first) = (to, changed[0].At);
            to = Math.Max(first, changed[^1].At - 1);
            changed = first == changed[^1].At
                ? await db.Posts.Where(p => p.DiscussionId == discussionId && p.ChangeNumber == first).OrderBy(p => p.Number).Select(p => new Change(p.Number, p.ChangeNumber, p.State == PostState.Held && p.StateChangedAt == null)).ToListAsync(cancel)
                : changed.FindAll(c => c.At <= to);
            hasMore = to < end;
        }

        var posts = new List<PostView>();
        foreach (var (first, last) in Stretches([.. changed.Select(c => c.Number).Order()]))
            posts.AddRange(await db.PostsOf(actor, discussionId, first, last, cancel));
        var numbers = changed.ConvertAll(c => c.Number).ToHashSet();
        posts.RemoveAll(p => !numbers.Contains(p.Number));
        // What waits since it was written was never there for this reader: its number is told once it is let through, not before.
        numbers.ExceptWith(changed.Where(c => c.WasNeverShown).Select(c => c.Number));
        return new ChangedPosts(to, posts, [.. numbers.Except(posts.Select(p => p.Number)).Order()], hasMore);
    }

    /// <summary>Numbers that stand near each other are read together.</summary>
    private static IEnumerable<(int First, int Last)> Stretches(IReadOnlyList<int> numbers)
    {
        for (var at = 0; at < numbers.Count;)
        {
            var first = numbers[at];
            while (at + 1 < numbers.Count && numbers[at + 1] < first + DiscussionLimits.PostsPerPage)
                at++;
            yield return (first, numbers[at++]);
        }
    }

    private sealed record Change(int Number, long At, bool WasNeverShown);
}
