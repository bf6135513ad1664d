using Community.Data;
using Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Sqlite;

/// <summary>FTS5 over the entries' tokens, kept in step by triggers; its documents come in the order of ids.</summary>
internal sealed class SqliteSearch : ISearchEngine
{
    // CROSS JOIN: the index is walked first, newest first, so that whoever takes a few reads a few.
    private const string Sql = """
        SELECT i.rowid AS id, e.kind, e.discussion_id, e.number, e.author_id, e.tokens, e.title_tokens, e.length, e.is_counted
        FROM search_index i CROSS JOIN search_entries e ON e.id = i.rowid
        WHERE i.search_index MATCH {0}
        """;

    public IQueryable<SearchEntry> Matching(CommunityDb db, TermQuery query) => db.SearchEntries.FromSqlRaw(Sql, Expression(query));

    private static string Expression(TermQuery query)
    {
        var all = string.Join(" AND ", query.All.Select(AnyOf));
        // The index passes over entries without a title faster than they can be looked at one by one.
        if (query.HasTitle)
            all = $"\"{SearchText.InTitle}\" AND {all}";
        return query.Without.Count == 0 ? all : $"({all}) NOT {AnyOf(query.Without)}";
    }

    private static string AnyOf(IEnumerable<Term> terms) =>
        "(" + string.Join(" OR ", terms.Select(t => $"\"{t.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(t.IsPrefix ? " *" : "")}")) + ")";
}
