using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Sums the reactions' ledger again: per post and kind, and what members are shown to have received.</summary>
public sealed class VerifyReactions : IVerify
{
    private const int Most = 100;

    public string Name => "reactions";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel) =>
    [
        .. (await Posts(db, cancel)).Take(Most),
        .. (await Members(db, cancel)).Take(Most),
    ];

    // One pass over the ledger and one over the posts that show reactions, whatever their number: no lookup per post.
    private static async Task<List<string>> Posts(CommunityDb db, CancellationToken cancel)
    {
        var differences = new List<string>();
        var ledger = await db.Reactions.Where(r => r.UndoneAt == null)
            .GroupBy(r => new { r.PostId, r.Kind })
            .Select(g => new { g.Key.PostId, g.Key.Kind, Sum = g.Sum(r => r.Count) })
            .ToDictionaryAsync(g => (g.PostId, g.Kind), g => g.Sum, cancel);
        var shown = db.Posts
            .Where(p => p.Reactions.Heart != 0 || p.Reactions.Like != 0 || p.Reactions.Laugh != 0
                || p.Reactions.Wow != 0 || p.Reactions.Clap != 0 || p.Reactions.Celebrate != 0)
            .Select(p => new { p.Id, p.Reactions })
            .AsNoTracking()
            .AsAsyncEnumerable();
        await foreach (var post in shown.WithCancellation(cancel))
        {
            foreach (var kind in Enum.GetValues<ReactionKind>())
            {
                ledger.Remove((post.Id, kind), out var sum);
                if (sum != post.Reactions[kind])
                    differences.Add(Sentence(post.Id, kind, post.Reactions[kind], sum));
            }
        }

        differences.AddRange(ledger.Where(l => l.Value != 0).Select(l => Sentence(l.Key.PostId, l.Key.Kind, 0, l.Value)));
        return differences;
    }

    private static async Task<List<string>> Members(CommunityDb db, CancellationToken cancel)
    {
        var received = await db.Reactions.Where(r => r.UndoneAt == null)
            .Join(db.Posts, r => r.PostId, p => p.Id, (r, p) => new { p.AuthorId, r.Count })
            .Where(r => r.AuthorId != null)
            .GroupBy(r => r.AuthorId!.Value)
            .Select(g => new { g.Key, Sum = g.Sum(r => r.Count) })
            .ToDictionaryAsync(g => g.Key, g => g.Sum, cancel);
        var members = await db.Members.Select(m => new { m.Id, m.ReactionsReceived }).ToListAsync(cancel);
        return [.. members
            .Where(m => m.ReactionsReceived != received.GetValueOrDefault(m.Id))
            .Select(m => $"Member {m.Id}: {m.ReactionsReceived} reactions received shown, {received.GetValueOrDefault(m.Id)} in the ledger.")];
    }

    private static string Sentence(long post, ReactionKind kind, int shown, int counted) =>
        $"Post {post}: {shown} reactions {kind} shown, {counted} in the ledger.";
}
