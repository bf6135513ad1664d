using Community.Data;

namespace Community.Shared;

/// <summary>The search port for tags, which subjects of every kind carry.</summary>
public interface ISearchableTags
{
    /// <summary>Every tag, with how many subjects of the given sets carry it.</summary>
    IQueryable<SearchableTag> All(CommunityDb db, IReadOnlyList<IQueryable<long>> subjects);

    /// <summary>The name of a tag as it stands within a write; null where there is none.</summary>
    Task<string?> Name(CommunityDb db, long id, CancellationToken cancel);

    /// <summary>The subjects that carry a tag.</summary>
    /// <param name="db">The database.</param>
    /// <param name="tag">As it was typed.</param>
    IQueryable<long> Tagged(CommunityDb db, string tag);
}

public sealed class SearchableTag
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Key { get; init; }

    public required int Count { get; init; }
}
