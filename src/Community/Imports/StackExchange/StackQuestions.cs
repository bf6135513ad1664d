namespace Community.Imports.StackExchange;

/// <summary>What a file holds, checked: rows in the spool, and in memory only what finds them.</summary>
internal sealed class StackQuestions : IDisposable
{
    public Spool Spool { get; } = new();

    public Dictionary<long, Entry> ById { get; } = [];

    public SourceAuthors Authors { get; } = new();

    public long PostRows { get; set; }

    public int Wikis { get; set; }

    public int ScoresBelowZero { get; set; }

    public void Dispose() => Spool.Dispose();

    /// <summary>Where the rows of a question stand in the spool; -1 for none.</summary>
    public sealed class Entry
    {
        public long Question { get; set; } = -1;

        public long LastAnswer { get; set; } = -1;

        public DateTimeOffset CreatedAt { get; set; }

        public int Rows { get; set; }
    }
}
