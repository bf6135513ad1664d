namespace Community.Search;

/// <summary>The entries among which is looked: what was asked besides words, and what the reader may see.</summary>
/// <param name="Of">Takes them out of all.</param>
/// <param name="AtMost">How many they are at most, where that is known and few.</param>
internal sealed record EntriesAmong(Func<IQueryable<SearchEntry>, IQueryable<SearchEntry>> Of, int? AtMost = null)
{
    /// <summary>So many are read one by one in no time.</summary>
    public const int Few = 2_000;

    /// <summary>More than these nobody counts.</summary>
    public const int Many = 20_000;
}
