using Community.Data;
using Community.Imports.Contract;

namespace Community.Imports;

/// <summary>What the reader of one format found: topics that can be put together one by one, and who wrote in them.</summary>
internal interface IExportedTopics
{
    string Format { get; }

    SourceAuthors Authors { get; }

    long PostRows { get; }

    /// <summary>Looks up which topics earlier runs brought in, leaves those out from then on, and counts them.</summary>
    Task<int> LeaveOutWhatIsHere(CommunityDb db, string source, CancellationToken cancel);

    /// <summary>Finds or adds the forums of the topics to come, and counts the added ones.</summary>
    Task<int> AddForums(CommunityDb db, string source, CancellationToken cancel);

    /// <summary>The topics to come, in the order in which they are written.</summary>
    IEnumerable<WaitingTopic> Topics();
}

/// <param name="RowsDone">How many rows of posts are done with it.</param>
/// <param name="Prepare">Renders it; called on any thread.</param>
internal sealed record WaitingTopic(int Posts, long RowsDone, Func<ImportedAuthors, PreparedTopic> Prepare);

/// <summary>A topic ready to be written, with the keys that its rows have in the source.</summary>
internal sealed record PreparedTopic(string Key, ImportedTopic Topic, IReadOnlyList<(string Key, long Id)> Posts)
{
    /// <summary>Whether not everybody could read it in the source, or that cannot be told.</summary>
    public bool IsForStaff { get; init; }
}
