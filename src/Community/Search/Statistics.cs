using Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>How rare the terms of a search are.</summary>
internal sealed class Statistics
{
    private readonly Dictionary<string, long> documents;

    private Statistics(Dictionary<string, long> documents)
    {
        this.documents = documents;
        Entries = Math.Max(1, documents.GetValueOrDefault(SearchTerm.AllEntries));
        AverageLength = Math.Max(1, documents.GetValueOrDefault(SearchTerm.AllTokens) / (double)Entries);
    }

    public long Entries { get; }

    public double AverageLength { get; }

    public static async Task<Statistics> Of(CommunityDb db, IEnumerable<Term> terms, CancellationToken cancel)
    {
        var names = terms.Select(t => t.Text).Append(SearchTerm.AllEntries).Append(SearchTerm.AllTokens).Distinct().ToList();
        return new Statistics(await db.SearchTerms.Where(t => names.Contains(t.Term)).ToDictionaryAsync(t => t.Term, t => t.Documents, cancel));
    }

    public long Documents(Term term) => term.IsPrefix ? Entries : documents.GetValueOrDefault(term.Text);

    /// <summary>Robertson and Sparck Jones' weight, with Lucene's one within the logarithm so that it is never negative.</summary>
    public double Weight(Term term)
    {
        // What begins so is counted nowhere.
        var among = term.IsPrefix ? Entries / 2 : Math.Min(Entries, documents.GetValueOrDefault(term.Text));
        return Math.Log(1 + ((Entries - among + 0.5) / (among + 0.5)));
    }
}
