namespace Community.Search;

/// <summary>In how many entries each term stands.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> All => counts;

    public void Add(string tokens, int length, int sign)
    {
        foreach (var term in SearchText.Terms(tokens))
            Add(term, sign);
        Add(SearchTerm.AllEntries, sign);
        Add(SearchTerm.AllTokens, (long)length * sign);
    }

    private void Add(string term, long change) => counts[term] = counts.GetValueOrDefault(term) + change;
}
