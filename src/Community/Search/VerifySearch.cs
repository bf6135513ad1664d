using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Looks for posts that cannot be found by what they say, and for what is found and should not be.</summary>
public sealed class VerifySearch(ISearchable searchable) : IVerify
{
    private const int Most = 100;

    public string Name => "search";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel)
    {
        var found = await db.SearchEntries.Where(e => e.Kind == SearchKind.Post && !searchable.Posts(db).Any(p => p.Id == e.Id)).OrderBy(e => e.Id).Take(Most)
            .Select(e => $"Post {e.Id}: found by search, but nobody may read it.").ToListAsync(cancel);
        var posts =
            from post in searchable.Posts(db)
            join kept in db.SearchEntries on post.Id equals kept.Id into entries
            from entry in entries.DefaultIfEmpty()
            orderby post.Id
            select new { post, Tokens = (string?)entry.Tokens };
        await foreach (var row in posts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (found.Count == Most)
                return found;
            if (row.Tokens != Entries.OfPost(row.post).Tokens)
                found.Add(row.Tokens is null ? $"Post {row.post.Id}: not found by search." : $"Post {row.post.Id}: found by search as it was, not as it is.");
        }

        return found;
    }
}
