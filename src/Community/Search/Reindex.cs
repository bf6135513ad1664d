using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>
/// Makes every entry and every count anew while search goes on answering and others go on writing: in the order of ids, a few a write.
/// Stopped, it is begun again from the start; what is right already is only looked at.
/// </summary>
public sealed class Reindex(CommunityData data, IDatabaseProvider provider, Subjects subjects, RecountTerms recount, Ids ids)
{
    private const int AtOnce = 200;

    /// <param name="tell">What is done, and how much there is.</param>
    /// <param name="cancel">Stops it between two writes.</param>
    /// <returns>How many entries there are; null where another process is at it.</returns>
    public async Task<long?> Run(Action<long, long>? tell = null, CancellationToken cancel = default)
    {
        await using var claim = await provider.TryClaim("reindex", cancel);
        if (claim is null)
            return null;
        var (posts, names) = await data.Read(
            async db => (await CountPosts(db, cancel), await subjects.AllTags(db).LongCountAsync(cancel) + await db.Members.LongCountAsync(cancel)), cancel);
        // Each entry is looked at twice: what it says, and how often that is said.
        var total = 2 * (posts + names);
        var done = 0L;
        void Tell(int more) => tell?.Invoke(Math.Min(done += more, total), total);

        await All(SearchKind.Post, (db, after) => Posts(db, after, cancel), Tell, cancel);
        await All(SearchKind.Tag, (db, after) => Tags(db, after, cancel), Tell, cancel);
        await All(SearchKind.Member, (db, after) => Members(db, after, cancel), Tell, cancel);
        await recount.Run(Tell, cancel);
        await data.Write<Done>(async db => await MarkWhole(db, cancel), cancel);
        tell?.Invoke(total, total);
        return await data.Read(db => db.SearchEntries.LongCountAsync(cancel), cancel);
    }

    /// <summary>Whether everything has had its entry since the search was there, as in a community without a post.</summary>
    public async Task<bool> IsWhole(CancellationToken cancel)
    {
        if (await data.Read(db => db.SearchTerms.AnyAsync(t => t.Term == SearchTerm.IsWhole, cancel), cancel))
            return true;
        if (await data.Read(db => AnyPost(db, cancel), cancel))
            return false;
        return (await data.Write<bool>(async db => !await AnyPost(db, cancel) && await MarkWhole(db, cancel) == Done.Yes, cancel)).Value;
    }

    private static async Task<Done> MarkWhole(CommunityDb db, CancellationToken cancel)
    {
        if (await db.SearchTerms.FindAsync([SearchTerm.IsWhole], cancel) is null)
            db.SearchTerms.Add(new SearchTerm { Term = SearchTerm.IsWhole, Documents = 1 });
        return Done.Yes;
    }

    private async Task All(SearchKind kind, Func<CommunityDb, long, Task<List<(long Id, SearchEntry? Entry)>>> read, Action<int> tell, CancellationToken cancel)
    {
        for (var (after, more) = (0L, true); more;)
        {
            cancel.ThrowIfCancellationRequested();
            var page = (await data.Write<List<(long Id, SearchEntry? Entry)>>(
                async db =>
                {
                    var rows = await read(db, after);
                    await Keep(db, kind, after, rows.Count < AtOnce ? long.MaxValue : rows[^1].Id, rows, cancel);
                    return rows;
                },
                cancel)).Value!;
            tell(page.Count);
            more = page.Count == AtOnce;
            after = more ? page[^1].Id : after;
        }
    }

    // Also those between them that should not be there.
    private async Task Keep(CommunityDb db, SearchKind kind, long after, long last, List<(long Id, SearchEntry? Entry)> rows, CancellationToken cancel)
    {
        var (first, end) = kind == SearchKind.Post ? (after + 1, last) : (-last, -(after + 1));
        var kept = await db.SearchEntries.Where(e => e.Kind == kind && e.Id >= first && e.Id <= end).ToDictionaryAsync(e => e.Id, cancel);
        foreach (var entry in rows.Select(r => r.Entry).OfType<SearchEntry>())
        {
            kept.Remove(entry.Id, out var known);
            db.Keep(ids, known, entry);
        }

        foreach (var stray in kept.Values)
            db.Keep(ids, stray, null);
    }

    private async Task<long> CountPosts(CommunityDb db, CancellationToken cancel)
    {
        var count = 0L;
        foreach (var kind in subjects.All)
            count += await kind.Posts(db).LongCountAsync(cancel);
        return count;
    }

    private async Task<bool> AnyPost(CommunityDb db, CancellationToken cancel)
    {
        foreach (var kind in subjects.All)
        {
            if (await kind.Posts(db).AnyAsync(cancel))
                return true;
        }

        return false;
    }

    private async Task<List<(long Id, SearchEntry? Entry)>> Posts(CommunityDb db, long after, CancellationToken cancel)
    {
        var posts = new List<SearchablePost>();
        foreach (var kind in subjects.All)
            posts.AddRange(await kind.Posts(db).Where(p => p.Id > after).OrderBy(p => p.Id).Take(AtOnce).AsNoTracking().ToListAsync(cancel));
        return [.. posts.OrderBy(p => p.Id).Take(AtOnce).Select(p => (p.Id, (SearchEntry?)Entries.OfPost(p)))];
    }

    private async Task<List<(long Id, SearchEntry? Entry)>> Tags(CommunityDb db, long after, CancellationToken cancel) =>
        (await subjects.AllTags(db).Where(t => t.Id > after).OrderBy(t => t.Id).Take(AtOnce).Select(t => new { t.Id, t.Name }).ToListAsync(cancel))
        .ConvertAll(t => (t.Id, (SearchEntry?)Entries.OfTag(t.Id, t.Name)));

    private static async Task<List<(long Id, SearchEntry? Entry)>> Members(CommunityDb db, long after, CancellationToken cancel) =>
        (await db.Members.AsNoTracking().Where(m => m.Id > after).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(cancel)).ConvertAll(m => (m.Id, Entries.OfMember(m)));
}
