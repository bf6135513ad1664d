using Community.Data;
using Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Postgres;

/// <summary>A <c>tsvector</c> of the entries' tokens as they are, and of their first characters, which PostgreSQL keeps in step by itself.</summary>
internal sealed class PostgresSearch : ISearchEngine
{
    /// <summary>Before the first character of a Japanese term. No term has it.</summary>
    internal const string First = "*";

    // So many are found by the index and sorted sooner than entries are walked through from the newest.
    private const long Few = 20_000;

    private const string Sql = """
        SELECT id, kind, discussion_id, number, author_id, tokens, title_tokens, length, is_counted
        FROM search_entries
        WHERE terms @@ CAST({0} AS tsquery)
        """;

    // OFFSET keeps the planner, which knows nothing of rare terms, from such a walk where we know better.
    public IQueryable<SearchEntry> Matching(CommunityDb db, TermQuery query) => db.SearchEntries.FromSqlRaw(query.AtMost < Few ? Sql + " OFFSET 0" : Sql, Expression(query));

    private static string Expression(TermQuery query)
    {
        var all = string.Join(" & ", query.All.Select(AnyOf));
        return query.Without.Count == 0 ? all : $"{all} & !{AnyOf(query.Without)}";
    }

    private static string AnyOf(IEnumerable<Term> terms) => "(" + string.Join(" | ", terms.Select(t => IsFirst(t) ? Quoted(First + t.Text) : $"{Quoted(t.Text)}{(t.IsPrefix ? ":*" : "")}")) + ")";

    private static bool IsFirst(Term term) => term.IsPrefix && term.Text.EnumerateRunes().Count() == 1 && !char.IsAscii(term.Text[0]) && term.Text[0] != SearchText.InTitle;

    private static string Quoted(string term) => $"'{term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
