using Community.Data;
using Community.Shared;

namespace Community.Search;

/// <summary>The kinds of subjects that can be found, asked together.</summary>
public sealed class Subjects(IEnumerable<ISearchable> kinds, ISearchableTags tags)
{
    internal ISearchableTags Tags => tags;

    internal IReadOnlyList<ISearchable> All { get; } = [.. kinds.OrderBy(k => k.Kind)];

    internal ISearchable Of(ContentKind kind) => All.Single(k => k.Kind == kind);

    /// <summary>Those kinds that a search looks for.</summary>
    internal IReadOnlyList<ISearchable> In(SearchScope scope) => scope switch
    {
        SearchScope.Topics => [Of(ContentKind.Topic)],
        SearchScope.Ideas => [Of(ContentKind.Idea)],
        _ => All,
    };

    /// <summary>A post as it stands within a write; null where there is nothing to be found.</summary>
    internal async Task<SearchablePost?> Post(CommunityDb db, long id, CancellationToken cancel)
    {
        foreach (var kind in All)
        {
            if (await kind.Post(db, id, cancel) is { } post)
                return post;
        }

        return null;
    }

    /// <summary>The subjects of every kind that the actor may read, by id.</summary>
    internal IReadOnlyList<IQueryable<long>> SeenBy(CommunityDb db, Actor actor) => [.. All.Select(kind => kind.Subjects(db, actor).Select(s => s.Id))];

    /// <summary>The tags, with how many subjects carry each that the actor may read.</summary>
    internal IQueryable<SearchableTag> TagsFor(CommunityDb db, Actor actor) => tags.All(db, SeenBy(db, actor));

    /// <summary>The tags, whatever carries them.</summary>
    internal IQueryable<SearchableTag> AllTags(CommunityDb db) => tags.All(db, []);

    internal static IQueryable<SearchEntry> Among(IQueryable<SearchEntry> entries, IReadOnlyList<IQueryable<long>> sets) =>
        entries.Where(IdSets.AnyHas<SearchEntry>(sets, e => e.DiscussionId!.Value));
}
