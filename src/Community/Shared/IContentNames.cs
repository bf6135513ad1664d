using Community.Data;

namespace Community.Shared;

/// <summary>Names one kind of content for people, for lists that speak of many kinds: the log, the queue. One per kind.</summary>
public interface IContentNames
{
    ContentKind Kind { get; }

    /// <summary>The names of what is still there, by id. Not filtered by audience: only staff read such lists.</summary>
    Task<IReadOnlyDictionary<long, ContentName>> Names(CommunityDb db, IReadOnlyCollection<long> ids, CancellationToken cancel);
}

/// <param name="Text">What it is called; empty for what is named by what it stands in.</param>
/// <param name="Path">The address inside the site.</param>
/// <param name="Number">Its number in what it stands in.</param>
/// <param name="Within">What it stands in.</param>
public sealed record ContentName(LocalizedText Text, string Path, int? Number = null, ContentRef? Within = null)
{
    public static ContentName Of(string text, string path) => new(new LocalizedText(text, text), path);
}
