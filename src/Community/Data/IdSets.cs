using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Community.Data;

/// <summary>Sets of ids that are queries of their own.</summary>
public static class IdSets
{
    private static readonly Expression<Func<IQueryable<long>, long, bool>> Has = (set, id) => set.Any(s => s == id);

    /// <summary>Whether one of the sets has what a row names. Each is asked for that row alone, so that none is read whole.</summary>
    public static Expression<Func<T, bool>> AnyHas<T>(IReadOnlyList<IQueryable<long>> sets, Expression<Func<T, long>> of)
    {
        var each = sets.Select(set => ReplacingExpressionVisitor.Replace(Has.Parameters[1], of.Body, ReplacingExpressionVisitor.Replace(Has.Parameters[0], set.Expression, Has.Body)));
        return Expression.Lambda<Func<T, bool>>(each.Aggregate((Expression)Expression.Constant(false), (left, right) => left is ConstantExpression ? right : Expression.OrElse(left, right)), of.Parameters);
    }

    /// <summary>Whether none of them has it.</summary>
    public static Expression<Func<T, bool>> NoneHas<T>(IReadOnlyList<IQueryable<long>> sets, Expression<Func<T, long>> of)
    {
        var any = AnyHas(sets, of);
        return Expression.Lambda<Func<T, bool>>(Expression.Not(any.Body), any.Parameters);
    }
}
