using Microsoft.Data.Sqlite;

namespace Community.Sqlite;

internal static class SqliteCheck
{
    /// <summary>Throws where SQLite finds the file damaged or a reference that leads nowhere.</summary>
    public static async Task Whole(SqliteConnection connection, CancellationToken cancel)
    {
        try
        {
            if (await Scalar(connection, "PRAGMA integrity_check(1)", cancel) is not "ok")
                throw new InvalidDataException("The database file is damaged.");
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new InvalidDataException("The file is damaged or no database of SQLite.", damaged);
        }

        if (await Scalar(connection, "SELECT count(*) FROM pragma_foreign_key_check", cancel) is not 0L)
            throw new InvalidDataException("The database holds references that lead nowhere.");
    }

    /// <summary>Throws where the database is not a community's, or one that a newer program made.</summary>
    public static async Task Ours(SqliteConnection connection, IEnumerable<string> knownMigrations, CancellationToken cancel)
    {
        if (await Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'discussions', 'members')", cancel) is not 3L)
            throw new InvalidDataException("The file is a database, but not of a community.");
        var known = knownMigrations.ToHashSet(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        await using var applied = await command.ExecuteReaderAsync(cancel);
        while (await applied.ReadAsync(cancel))
        {
            if (!known.Contains(applied.GetString(0)))
                throw new InvalidDataException("The database was made by another version of this program.");
        }
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }
}
