using System.Linq.Expressions;
using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore.Query;

namespace Community.Search;

/// <summary>The kinds of subjects that can be found, asked together.</summary>
public sealed class Subjects(IEnumerable<ISearchable> kinds)
{
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

    /// <summary>Whether what a row names is in one of the sets: each is asked for that row alone, so that none is read whole.</summary>
    internal static Expression<Func<T, bool>> AnyOf<T>(IReadOnlyList<IQueryable<long>> sets, Expression<Func<T, long>> of)
    {
        Expression<Func<IQueryable<long>, long, bool>> has = (set, id) => set.Any(s => s == id);
        var each = sets.Select(set => ReplacingExpressionVisitor.Replace(has.Parameters[1], of.Body, ReplacingExpressionVisitor.Replace(has.Parameters[0], set.Expression, has.Body)));
        return Expression.Lambda<Func<T, bool>>(each.Aggregate(Expression.OrElse), of.Parameters);
    }

    internal static IQueryable<SearchEntry> Among(IQueryable<SearchEntry> entries, IReadOnlyList<IQueryable<long>> sets) =>
        entries.Where(AnyOf<SearchEntry>(sets, e => e.DiscussionId!.Value));
}
