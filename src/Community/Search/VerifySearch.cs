using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Looks for what cannot be found by what it says or is called, for what is found and should not be, and for wrong counts of terms.</summary>
public sealed class VerifySearch(Subjects subjects) : IVerify
{
    private const int Most = 100;

    public string Name => "search";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel)
    {
        var stray = IdSets.NoneHas<SearchEntry>([.. subjects.All.Select(kind => kind.Posts(db).Select(p => p.Id))], e => e.Id);
        var found = await db.SearchEntries.Where(e => e.Kind == SearchKind.Post).Where(stray).OrderBy(e => e.Id).Take(Most).Select(e => $"Post {e.Id}: found by search, but nobody may read it.").ToListAsync(cancel);
        foreach (var kind in subjects.All)
        {
            var posts =
                from post in kind.Posts(db)
                join kept in db.SearchEntries on post.Id equals kept.Id into entries
                from entry in entries.DefaultIfEmpty()
                orderby post.Id
                select new { post, Tokens = (string?)entry.Tokens };
            await foreach (var row in posts.AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (found.Count == Most)
                    return found;
                Compare(found, $"Post {row.post.Id}", Entries.OfPost(row.post), row.Tokens);
            }
        }

        await Names(db, found, cancel);
        await Counts(db, found, cancel);
        return [.. found.Take(Most)];
    }

    private static void Compare(List<string> found, string thing, SearchEntry? wanted, string? kept)
    {
        if (wanted?.Tokens == kept)
            return;
        found.Add(wanted is null ? $"{thing}: found by search, but should not be." : kept is null ? $"{thing}: not found by search." : $"{thing}: found by search as it was, not as it is.");
    }

    private async Task Names(CommunityDb db, List<string> found, CancellationToken cancel)
    {
        var kept = await db.SearchEntries.Where(e => e.Id < 0).ToDictionaryAsync(e => e.Id, e => e.Tokens, cancel);
        await foreach (var tag in subjects.AllTags(db).Select(t => new { t.Id, t.Name }).AsAsyncEnumerable().WithCancellation(cancel))
            Compare(found, $"Tag {tag.Id}", Entries.OfTag(tag.Id, tag.Name), Taken(SearchKind.Tag, tag.Id));
        await foreach (var member in db.Members.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            // One whom nobody finds misleads nobody.
            if (Taken(SearchKind.Member, member.Id) is { } tokens)
                Compare(found, $"Member {member.Id}", Entries.OfMember(member), tokens);
        }

        found.AddRange(kept.Keys.Order().Select(id => $"Entry {id}: found by search, but there is no such tag or member."));

        string? Taken(SearchKind kind, long id) => kept.Remove(SearchEntry.IdOf(kind, id), out var tokens) ? tokens : null;
    }

    // What is not counted yet is not missing, and what is gone but not yet taken off is not too much.
    private static async Task Counts(CommunityDb db, List<string> found, CancellationToken cancel)
    {
        var expected = new TermCounts();
        await foreach (var entry in db.SearchEntries.Where(e => e.IsCounted).Select(e => new { e.Tokens, e.Length })
            .Concat(db.SearchForgotten.Select(f => new { f.Tokens, f.Length })).AsAsyncEnumerable().WithCancellation(cancel))
            expected.Add(entry.Tokens, entry.Length, 1);
        var counted = await db.SearchTerms.Where(t => t.Term != SearchTerm.IsWhole).ToDictionaryAsync(t => t.Term, t => t.Documents, cancel);
        // While all is counted anew nothing can be said.
        if (counted.ContainsKey(RecountTerms.UnderWay))
            return;
        found.AddRange(expected.All.Keys.Union(counted.Keys).Where(term => expected.All.GetValueOrDefault(term) != counted.GetValueOrDefault(term)).Order(StringComparer.Ordinal).Take(Most)
            .Select(term => $"Term {term}: counted {counted.GetValueOrDefault(term)} times, stands in {expected.All.GetValueOrDefault(term)} entries."));
    }
}
