using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Counts the terms of all entries anew, in memory, and brings the table to it in small writes.</summary>
public sealed class RecountTerms(CommunityData data, IDatabaseProvider provider, TimeProvider time)
{
    private const int AtOnce = 500;
    private const int TermsAtOnce = 5_000;

    /// <summary>No term, but when a recount last showed that it is under way, in seconds: until then others leave the counts alone.</summary>
    internal const string UnderWay = "#recount";

    // A recount that was killed does not stop the counting for good.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(2);

    internal static async Task<bool> IsUnderWay(CommunityDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var since = (now - Forgotten).ToUnixTimeSeconds();
        return await db.SearchTerms.AnyAsync(t => t.Term == UnderWay && t.Documents > since, cancel);
    }

    internal async Task Run(Action<int> tell, CancellationToken cancel)
    {
        await Write(async db => await db.SearchForgotten.ExecuteDeleteAsync(cancel), cancel);
        await ForEachPage(async (db, first, last) => await db.SearchEntries.Where(e => e.Id >= first && e.Id <= last && e.IsCounted).ExecuteUpdateAsync(e => e.SetProperty(x => x.IsCounted, false), cancel), cancel);
        // What was counted and changed meanwhile was taken off counts that are made anew.
        await Write(async db => await db.SearchForgotten.ExecuteDeleteAsync(cancel), cancel);

        var counts = new TermCounts();
        await ForEachPage(
            async (db, first, last) =>
            {
                var entries = await db.SearchEntries.Where(e => e.Id >= first && e.Id <= last && !e.IsCounted).Select(e => new { e.Tokens, e.Length }).ToListAsync(cancel);
                foreach (var entry in entries)
                    counts.Add(entry.Tokens, entry.Length, 1);
                await db.SearchEntries.Where(e => e.Id >= first && e.Id <= last && !e.IsCounted).ExecuteUpdateAsync(e => e.SetProperty(x => x.IsCounted, true), cancel);
                tell(entries.Count);
            },
            cancel);
        await Replace(counts, cancel);
        await Write(async db => await db.SearchTerms.Where(t => t.Term == UnderWay).ExecuteDeleteAsync(cancel), cancel, isLast: true);
    }

    private async Task Replace(TermCounts counts, CancellationToken cancel)
    {
        var left = new Dictionary<string, long>(counts.All);
        for (var (after, more) = ("", true); more;)
        {
            await Write(
                async db =>
                {
                    // In the engine's own order, whichever that is.
                    var page = await db.SearchTerms.Where(t => t.Term.CompareTo(after) > 0).OrderBy(t => t.Term).Take(TermsAtOnce).ToListAsync(cancel);
                    foreach (var term in page.Where(t => t.Term is not (UnderWay or SearchTerm.IsWhole)))
                    {
                        if (left.Remove(term.Term, out var documents))
                            term.Documents = documents;
                        else
                            db.SearchTerms.Remove(term);
                    }

                    more = page.Count == TermsAtOnce;
                    after = more ? page[^1].Term : after;
                },
                cancel);
        }

        foreach (var chunk in left.Chunk(TermsAtOnce))
            await Write(db => provider.BulkInsert(db, [.. chunk.Select(c => new SearchTerm { Term = c.Key, Documents = c.Value })], cancel), cancel);
    }

    private async Task ForEachPage(Func<CommunityDb, long, long, Task> change, CancellationToken cancel)
    {
        for (long? next = long.MinValue; next is { } first;)
        {
            await Write(
                async db =>
                {
                    var last = await db.SearchEntries.Where(e => e.Id >= first).OrderBy(e => e.Id).Select(e => (long?)e.Id).Skip(AtOnce - 1).FirstOrDefaultAsync(cancel);
                    await change(db, first, last ?? long.MaxValue);
                    next = last + 1;
                },
                cancel);
        }
    }

    private async Task Write(Func<CommunityDb, Task> change, CancellationToken cancel, bool isLast = false)
    {
        cancel.ThrowIfCancellationRequested();
        await data.Write<int>(
            async db =>
            {
                await change(db);
                if (isLast)
                    return 0;
                if (await db.SearchTerms.FindAsync([UnderWay], cancel) is not { } sign)
                    db.SearchTerms.Add(sign = new SearchTerm { Term = UnderWay });
                sign.Documents = time.GetUtcNow().ToUnixTimeSeconds();
                return 0;
            },
            cancel);
    }
}
