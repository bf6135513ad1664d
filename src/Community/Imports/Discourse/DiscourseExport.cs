namespace Community.Imports.Discourse;

/// <summary>What an export holds, checked: rows in the spool, and in memory only what finds them.</summary>
internal sealed class DiscourseExport : IDisposable
{
    private readonly List<string> files = [];

    public Spool Spool { get; } = new();

    public Dictionary<long, TopicEntry> Topics { get; } = [];

    public SourceAuthors Authors { get; } = new();

    public Dictionary<long, SourceCategory> Categories { get; } = [];

    /// <summary>Topics that are conversations between members, each with the id that its first post would have had here, where one was met.</summary>
    public Dictionary<long, long?> Private { get; } = [];

    public HeldBackPosts HeldBack { get; } = new();

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

    /// <summary>Whether everybody could read it there; where that cannot be told, no.</summary>
    public bool IsForEverybody(TopicEntry topic) => !topic.IsApart && topic.CategoryId > 0 && !IsRestricted(topic.CategoryId);

    /// <summary>Of two rows of one topic the one that says that it is not for everybody is believed.</summary>
    /// <param name="isKept">False for a row that is left out because its topic came before: it may close, and nothing else.</param>
    public void Place(TopicEntry entry, SourceTopic topic, bool isKept)
    {
        entry.IsApart |= topic.IsApart;
        if (isKept)
            entry.CreatedAt = topic.CreatedAt;
        if (topic.CategoryId > 0 && !IsRestricted(entry.CategoryId) && (isKept || IsRestricted(topic.CategoryId)))
            entry.CategoryId = topic.CategoryId;
    }

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
}
