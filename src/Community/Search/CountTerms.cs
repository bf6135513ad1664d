using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Takes entries that are new, or gone, into the counts of terms: a few a write, so that nobody waits long.</summary>
public sealed class CountTerms(CommunityData data, TimeProvider time)
{
    private const int AtOnce = 40;

    /// <summary>Until nothing is left to be counted.</summary>
    public async Task Run(CancellationToken cancel = default)
    {
        // Looked for without the right to write: mostly there is nothing.
        while (await data.Read(db => IsLeft(db, cancel), cancel) && (await data.Write<int>(async db => await Some(db, time.GetUtcNow(), cancel), cancel)).Value > 0)
            cancel.ThrowIfCancellationRequested();
    }

    private async Task<bool> IsLeft(CommunityDb db, CancellationToken cancel) =>
        (await db.SearchEntries.AnyAsync(e => !e.IsCounted, cancel) || await db.SearchForgotten.AnyAsync(cancel)) && !await RecountTerms.IsUnderWay(db, time.GetUtcNow(), cancel);

    private static async Task<int> Some(CommunityDb db, DateTimeOffset now, CancellationToken cancel)
    {
        // Begun since it was looked: it counts these itself.
        if (await RecountTerms.IsUnderWay(db, now, cancel))
            return 0;
        var added = await db.SearchEntries.Where(e => !e.IsCounted).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(cancel);
        var gone = await db.SearchForgotten.OrderBy(f => f.Id).Take(AtOnce).ToListAsync(cancel);
        if (added.Count + gone.Count == 0)
            return 0;
        var changes = new TermCounts();
        foreach (var entry in added)
        {
            changes.Add(entry.Tokens, entry.Length, 1);
            entry.IsCounted = true;
        }

        foreach (var forgotten in gone)
            changes.Add(forgotten.Tokens, forgotten.Length, -1);
        db.SearchForgotten.RemoveRange(gone);
        await Apply(db, changes, cancel);
        return added.Count + gone.Count;
    }

    private static async Task Apply(CommunityDb db, TermCounts changes, CancellationToken cancel)
    {
        // In one order, so that two of them never wait for each other.
        foreach (var chunk in changes.All.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal).Chunk(500))
        {
            var names = chunk.Select(c => c.Key).ToList();
            var known = await db.SearchTerms.Where(t => names.Contains(t.Term)).ToDictionaryAsync(t => t.Term, cancel);
            foreach (var (name, change) in chunk)
            {
                if (!known.TryGetValue(name, out var term))
                    db.SearchTerms.Add(term = new SearchTerm { Term = name });
                term.Documents += change;
                // A word that nobody says any more is nobody's to see.
                if (term.Documents <= 0)
                    db.SearchTerms.Remove(term);
            }
        }
    }
}
