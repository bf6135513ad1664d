namespace Community.Data.Moving;

/// <summary>The hash of every table, so that two databases can be compared.</summary>
public static class TableHashes
{
    /// <param name="tell">Hears how many rows were read, and how many there are.</param>
    public static async Task<IReadOnlyList<TableHash>> Of(CommunityDb db, Action<long, long> tell, CancellationToken cancel)
    {
        var tables = StoredTable.All(db.Model);
        var (done, total) = (0L, 0L);
        foreach (var table in tables)
            total += await table.Count(db, cancel);
        var hashes = new List<TableHash>();
        foreach (var table in tables)
            hashes.Add(await table.Hash(db, rows => tell(done += rows, total), cancel));
        return hashes;
    }

    /// <returns>A sentence for each table that is not the same on both sides.</returns>
    public static IReadOnlyList<string> Differences(IEnumerable<TableHash> source, IEnumerable<TableHash> target) =>
    [
        .. source.Zip(target).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Rows == pair.Second.Rows
            ? FormattableString.Invariant($"{pair.First.Table}: {pair.First.Rows:N0} rows on both sides, but not the same.")
            : FormattableString.Invariant($"{pair.First.Table}: {pair.First.Rows:N0} rows at the source, {pair.Second.Rows:N0} at the target.")),
    ];
}
