namespace Community.Imports.Discourse;

/// <summary>What an export holds, checked: rows in the spool, and in memory only what finds them.</summary>
internal sealed class DiscourseExport : IDisposable
{
    private readonly List<string> files = [];

    public Spool Spool { get; } = new();

    public Dictionary<long, TopicEntry> Topics { get; } = [];

    /// <summary>By name, without regard to case as Discourse has it.</summary>
    public Dictionary<string, SourceAuthor> Authors { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<long, SourceCategory> Categories { get; } = [];

    /// <summary>Topics that are conversations between members.</summary>
    public HashSet<long> Private { get; } = [];

    public long PostRows { get; set; }

    public int AddFile(string path)
    {
        files.Add(Path.GetFileName(path));
        return files.Count - 1;
    }

    public string FileName(int number) => files[number];

    /// <summary>Where the source lists its categories, one that is not in the list is one that its reader could not see.</summary>
    public bool IsRestricted(long category) =>
        Categories.TryGetValue(category, out var known) ? known.IsRestricted : category > 0 && Categories.Count > 0;

    public void Dispose() => Spool.Dispose();

    /// <summary>Where the rows of a topic stand in the spool; -1 for none.</summary>
    public sealed class TopicEntry
    {
        public long Head { get; set; } = -1;

        public long NativeHead { get; set; } = -1;

        public long LastPost { get; set; } = -1;

        public DateTimeOffset CreatedAt { get; set; }

        /// <summary>0 where no row names one.</summary>
        public long CategoryId { get; set; }

        /// <summary>Whether a row says that not everybody could read it.</summary>
        public bool IsApart { get; set; }

        public int PostRows { get; set; }

        public bool HasHead => Head >= 0 || NativeHead >= 0;
    }

    public sealed class SourceAuthor(string name, DateTimeOffset firstAt)
    {
        public string Name { get; } = name;

        public string? DisplayName { get; set; }

        public DateTimeOffset FirstAt { get; set; } = firstAt;
    }
}
