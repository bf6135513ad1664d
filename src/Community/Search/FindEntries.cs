using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>What was found of a search, by id.</summary>
/// <param name="Ids">In order.</param>
/// <param name="Next">Null at the end.</param>
/// <param name="Count">How many there are in the stretches that were read.</param>
/// <param name="IsAll">Whether there is nothing beyond those.</param>
internal sealed record FoundEntries(IReadOnlyList<long> Ids, SearchCursor? Next, int Count, bool IsAll);

/// <summary>
/// Finds entries and puts them in order. The newest two thousand that match are ranked together, then the two thousand before them, so that
/// the cost has a bound and a list of whatever length an end.
/// </summary>
public sealed class FindEntries(ISearchEngine engine)
{
    public const int Window = 2_000;

    // How often too little of a stretch may be left before an answer says so far.
    private const int MostWindows = 10;

    // And how much text: a stretch of long ones is as much work as many of short ones.
    private const int MostTokens = 4_000_000;

    /// <param name="db">The database.</param>
    /// <param name="wanted">The words; it may have none.</param>
    /// <param name="among">What is asked besides, and what the reader may see.</param>
    /// <param name="byDate">Newest first instead of by rank.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<FoundEntries> Run(
        CommunityDb db, Wanted wanted, EntriesAmong among, bool byDate, SearchCursor after, int size, CancellationToken cancel)
    {
        var statistics = await Statistics.Of(db, wanted.Scored, cancel);
        var (matching, scorer) = (among.Of(AreFewer(among, wanted, statistics) ? db.SearchEntries : Matching(db, wanted, statistics)), new Scorer(wanted, statistics));
        var (found, count, below, work) = (new List<long>(), 0, after.Below, 0L);
        for (var read = 0; read < MostWindows && work < MostTokens; read++)
        {
            var top = below;
            var (rows, newest, oldest) = (0, 0L, 0L);
            var ranked = new List<(long Id, double Score)>();
            // Read one by one: two thousand long texts at once would be hundreds of megabytes.
            await foreach (var row in (top == long.MaxValue ? matching : matching.Where(e => e.Id < top)).OrderByDescending(e => e.Id).Take(Window)
                .Select(e => new { e.Id, e.Tokens, e.TitleTokens, e.Length }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                (rows, newest, oldest, work) = (rows + 1, rows == 0 ? row.Id : newest, row.Id, work + row.Length);
                if (scorer.Of(row.Tokens, row.TitleTokens, row.Length) is { } score)
                    ranked.Add((row.Id, byDate ? 0 : score));
            }

            count += ranked.Count;
            var isEnd = rows < Window;
            // What is written from now on does not move what is ranked together.
            var stretch = rows == 0 || top < long.MaxValue ? top : newest + 1;
            var order = ranked.OrderByDescending(r => r.Score).ThenByDescending(r => r.Id).Select(r => r.Id).ToList();
            for (var place = read == 0 ? PlaceAfter(after, order) : 0; place < order.Count; place++)
            {
                if (found.Count == size)
                    return new(found, byDate ? Below(found[^1], after.IsWider) : new SearchCursor(after.IsWider, below, found[^1], place), count, isEnd);
                found.Add(order[place]);
                below = stretch;
            }

            if (isEnd)
                return new(found, null, count, true);
            below = oldest;
            if (found.Count == size)
                break;
        }

        return new(found, Below(below, after.IsWider), count, false);
    }

    // Then each of them is read, and the scorer says which have the words: the engine's answers would nearly all be elsewhere.
    private static bool AreFewer(EntriesAmong among, Wanted wanted, Statistics statistics) =>
        among.AtMost is { } most && (most <= EntriesAmong.Few || most < AtMost(wanted, statistics));

    private static long AtMost(Wanted wanted, Statistics statistics) =>
        wanted.Some.Count > 0 ? (wanted.Telling ?? wanted.Some).Sum(statistics.Documents) : wanted.Phrases.SelectMany(p => p).Select(statistics.Documents).DefaultIfEmpty(statistics.Entries).Min();

    // Where the last one is gone, the next has taken its place.
    private static int PlaceAfter(SearchCursor after, List<long> order) => order.IndexOf(after.Id) is >= 0 and var at ? at + 1 : Math.Max(0, after.Shown - 1);

    private static SearchCursor Below(long id, bool isWider) => SearchCursor.Start with { IsWider = isWider, Below = id };

    private IQueryable<SearchEntry> Matching(CommunityDb db, Wanted wanted, Statistics statistics)
    {
        if (!wanted.HasTerms)
            return db.SearchEntries;
        var asked = wanted.Some.Count == 0 ? wanted : wanted with { Telling = Rarest(wanted.Telling ?? wanted.Some, statistics) };
        return engine.Matching(db, asked.Engine() with { AtMost = AtMost(asked, statistics) });
    }

    // Of many words, those that most entries have choose nothing: the rare ones say which entries are looked at, all of them in which order.
    private static IReadOnlyList<Term> Rarest(IReadOnlyList<Term> some, Statistics statistics)
    {
        var sum = 0L;
        return [.. some.OrderBy(statistics.Documents).ThenBy(t => t.Text, StringComparer.Ordinal).TakeWhile(t => sum < Window && (sum += statistics.Documents(t)) >= 0)];
    }
}
