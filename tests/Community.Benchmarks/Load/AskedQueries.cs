using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Community.Benchmarks.Load;

/// <summary>What is asked of the database while something is measured, to be explained afterwards.</summary>
internal sealed class AskedQueries : DbCommandInterceptor
{
    private List<string>? asked;

    /// <summary>Runs something and has the database explain what it asked first.</summary>
    /// <returns>How many queries there were, and the plan of the first.</returns>
    public async Task<(int Count, string Plan)> Of(Func<Task> act)
    {
        asked = [];
        await act();
        var found = asked;
        asked = null;
        return (found.Count(f => f != ""), found[0]);
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (asked is { } list)
            list.Add(list.Count == 0 ? await Explain(command, cancellationToken) : command.CommandText);
        return result;
    }

    private static async Task<string> Explain(DbCommand command, CancellationToken cancel)
    {
        await using var question = command.Connection!.CreateCommand();
        var isSqlite = command.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal);
        question.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        question.Transaction = command.Transaction;
        foreach (DbParameter given in command.Parameters)
        {
            var parameter = question.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (given.ParameterName, given.Value);
            if (given is Npgsql.NpgsqlParameter from && parameter is Npgsql.NpgsqlParameter to)
                to.NpgsqlDbType = from.NpgsqlDbType;
            question.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var plan = await question.ExecuteReaderAsync(cancel);
        while (await plan.ReadAsync(cancel))
            lines.Add(plan.GetString(plan.FieldCount - 1));
        return string.Join('\n', lines);
    }
}
