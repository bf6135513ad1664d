using Community.Data;
using Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Postgres;

/// <summary>A <c>tsvector</c> of the entries' tokens as they are, which PostgreSQL keeps in step by itself.</summary>
internal sealed class PostgresSearch : ISearchEngine
{
    private const string Sql = """
        SELECT id, kind, discussion_id, number, author_id, tokens, title_tokens, length, is_counted
        FROM search_entries
        WHERE terms @@ CAST({0} AS tsquery)
        """;

    public IQueryable<SearchEntry> Matching(CommunityDb db, TermQuery query) => db.SearchEntries.FromSqlRaw(Sql, Expression(query));

    private static string Expression(TermQuery query)
    {
        var all = string.Join(" & ", query.All.Select(AnyOf));
        return query.Without.Count == 0 ? all : $"{all} & !{AnyOf(query.Without)}";
    }

    private static string AnyOf(IEnumerable<Term> terms) => "(" + string.Join(" | ", terms.Select(t => $"{Quoted(t.Text)}{(t.IsPrefix ? ":*" : "")}")) + ")";

    private static string Quoted(string term) => $"'{term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
