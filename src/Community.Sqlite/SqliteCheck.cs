using Microsoft.Data.Sqlite;

namespace Community.Sqlite;

internal static class SqliteCheck
{
    /// <summary>Throws where SQLite finds the file damaged or a reference that leads nowhere.</summary>
    public static async Task Whole(SqliteConnection connection, CancellationToken cancel)
    {
        if (await Scalar(connection, "PRAGMA integrity_check(1)", cancel) is not "ok")
            throw new InvalidDataException("The database file is damaged.");
        if (await Scalar(connection, "SELECT count(*) FROM pragma_foreign_key_check", cancel) is not 0L)
            throw new InvalidDataException("The database holds references that lead nowhere.");
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }
}
