using Community.Data;
using Community.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Computes each topic's hot key again from the reactions' ledger, and its copies of the last post.</summary>
public sealed class VerifyHeat : IVerify
{
    private const int Most = 100;

    // Adding and removing one by one may leave this much; it moves a topic by less than a minute.
    private const double Tolerance = 1e-6;

    public string Name => "heat";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel)
    {
        var differences = new List<string>();
        var ledger = await db.Reactions.Where(r => r.UndoneAt == null)
            .Join(db.Posts, r => r.PostId, p => p.Id, (r, p) => new { p.DiscussionId, r.At, r.Count })
            .ToListAsync(cancel);
        var keys = ledger.GroupBy(r => r.DiscussionId).ToDictionary(g => g.Key, g => HotKey.Sum(g.Select(r => (r.At, r.Count))));
        await foreach (var topic in db.Topics.Select(t => new { t.Id, t.Hot }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var counted = keys.GetValueOrDefault(topic.Id);
            if (topic.Hot.HasValue != counted.HasValue || Math.Abs((topic.Hot ?? 0) - (counted ?? 0)) > Tolerance)
                differences.Add($"Topic {topic.Id}: its hot key is {topic.Hot}, but the ledger gives {counted}.");
        }

        var copies = await db.Topics
            .Join(db.Posts, t => t.LastPostId, p => p.Id, (t, p) => new { t, p })
            .Where(x => x.t.LastPostAt != x.p.CreatedAt || x.t.LastPosterId != (x.p.AuthorId ?? x.t.AuthorId))
            .Select(x => x.t.Id)
            .ToListAsync(cancel);
        return [.. differences.Take(Most), .. copies.Take(Most).Select(id => $"Topic {id}: time or author of its last post are not those of that post.")];
    }
}
