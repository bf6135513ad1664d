using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Community.Postgres;

/// <summary>Writes the locking clause that LINQ has no word for behind a query that is marked for it.</summary>
internal sealed class RowLocks : DbCommandInterceptor
{
    private const string Hold = "lock: hold";
    private const string Skip = "lock: skip";

    public static IQueryable<T> Holding<T>(IQueryable<T> rows) => rows.TagWith(Hold);

    public static IQueryable<T> SkippingHeld<T>(IQueryable<T> rows) => rows.TagWith(Skip);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Complete(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Complete(command);
        return ValueTask.FromResult(result);
    }

    private static void Complete(DbCommand command)
    {
        // NO KEY: rows that refer to a held one can be inserted meanwhile.
        if (command.CommandText.StartsWith("-- " + Hold, StringComparison.Ordinal))
            command.CommandText += "\nFOR NO KEY UPDATE";
        else if (command.CommandText.StartsWith("-- " + Skip, StringComparison.Ordinal))
            command.CommandText += "\nFOR NO KEY UPDATE SKIP LOCKED";
    }
}
