using Community.Data;

namespace Community.Search;

/// <summary>Full-text search of a database engine: which entries hold which terms, and nothing else. Once per provider project.</summary>
public interface ISearchEngine
{
    /// <summary>
    /// The entries that hold a term of each group and none of those left out, to be filtered, ordered by id and cut by the caller: asked for
    /// the newest few, the engine must not read the others.
    /// </summary>
    IQueryable<SearchEntry> Matching(CommunityDb db, TermQuery query);
}

/// <summary>Terms as they stand in <see cref="SearchEntry.Tokens"/>.</summary>
/// <param name="All">Of each group one; at least one group, and none of them empty.</param>
/// <param name="Without">None of these.</param>
/// <param name="HasTitle">Only entries with a title are wanted, as the caller's filter says too: for an engine that passes over the others faster by itself.</param>
/// <param name="AtMost">How many entries match at most, where that is known.</param>
public sealed record TermQuery(IReadOnlyList<IReadOnlyList<Term>> All, IReadOnlyList<Term> Without, bool HasTitle = false, long? AtMost = null);

/// <param name="Text">Letters, digits and marks; perhaps behind <see cref="SearchText.InTitle"/>.</param>
/// <param name="IsPrefix">Whether terms that begin so count as well.</param>
public readonly record struct Term(string Text, bool IsPrefix);
