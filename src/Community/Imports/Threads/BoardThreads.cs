namespace Community.Imports.Threads;

/// <summary>What a file holds, checked: rows in the spool, and in memory only what finds them.</summary>
internal sealed class BoardThreads : IDisposable
{
    public Spool Spool { get; } = new();

    /// <summary>In the order of the file: the seed of each key, and where its row stands in the spool.</summary>
    public List<(long Key, long At)> Rows { get; } = [];

    public SourceAuthors Authors { get; } = new();

    public long PostRows { get; set; }

    public void Dispose() => Spool.Dispose();
}
