using Community.Data;
using Microsoft.Data.Sqlite;

namespace Community.Sqlite;

/// <summary>Whole copies of a database: out, checked before it has its name, and back in, with what was there kept beside.</summary>
internal static class SqliteCopies
{
    private const string InUse = "The database is in use; stop the program that has it open first.";

    public static async Task Backup(SqliteConnection source, string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            throw new IOException($"{file} exists already; a backup never overwrites.");
        var partial = file + ".partial";
        File.Delete(partial);
        PrivateFiles.Make(partial);
        try
        {
            await using (var copy = Open(partial, SqliteOpenMode.ReadWrite))
            {
                await copy.OpenAsync(cancel);
                source.BackupDatabase(copy);
                await ForgetVisitors(copy, cancel);
                await SqliteCheck.Whole(copy, cancel);
                // Without a log beside it: what is carried elsewhere is one file, and looking into it leaves nothing behind.
                await Execute(copy, "PRAGMA journal_mode=DELETE", cancel);
            }

            File.Move(partial, file);
        }
        finally
        {
            foreach (var left in new[] { partial, partial + "-wal", partial + "-shm" })
                File.Delete(left);
        }
    }

    /// <summary>Who visited today is forgotten with the day; a copy would keep it, with what its hashes can be tried against.</summary>
    private static async Task ForgetVisitors(SqliteConnection copy, CancellationToken cancel)
    {
        await Execute(copy, "PRAGMA secure_delete=ON", cancel);
        foreach (var table in new[] { "seen_visitors", "seen_salts" })
        {
            // A community that was not brought up to date has none yet.
            if (await Execute(copy, $"SELECT name FROM sqlite_master WHERE type='table' AND name='{table}'", cancel) is not null)
                await Execute(copy, $"DELETE FROM {table}", cancel);
        }
    }

    public static async Task Restore(string file, string database, IEnumerable<string> knownMigrations, CancellationToken cancel)
    {
        await using var source = Open(file, SqliteOpenMode.ReadOnly);
        await source.OpenAsync(cancel);
        await SqliteCheck.Whole(source, cancel);
        await SqliteCheck.Ours(source, knownMigrations, cancel);

        var arriving = database + ".restoring";
        File.Delete(arriving);
        PrivateFiles.Make(arriving);
        await using (var copy = Open(arriving, SqliteOpenMode.ReadWrite))
        {
            await copy.OpenAsync(cancel);
            source.BackupDatabase(copy);
            await SqliteCheck.Whole(copy, cancel);
            await Execute(copy, "PRAGMA journal_mode=WAL", cancel);
        }

        if (File.Exists(database))
        {
            await Alone(database, cancel);
            File.Move(database, Free(database + ".before-restore"));
        }

        foreach (var stale in new[] { database + "-wal", database + "-shm" })
            File.Delete(stale);
        File.Move(arriving, database);
    }

    /// <summary>Throws while anybody else has the database open; leaves it in one file, without who visited.</summary>
    private static async Task Alone(string database, CancellationToken cancel)
    {
        await using var connection = Open(database, SqliteOpenMode.ReadWrite);
        try
        {
            await connection.OpenAsync(cancel);
            // In WAL mode every open connection keeps a shared lock, so that the exclusive one is to be had only where there is no other.
            foreach (var step in new[] { "PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT" })
                await Execute(connection, step, cancel);
            if (await Execute(connection, "PRAGMA journal_mode=DELETE", cancel) is not "delete")
                throw new IOException(InUse);
            await ForgetVisitors(connection, cancel);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new IOException(InUse, busy);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            // A damaged database is what a restore is for: it is kept as it is.
        }
    }

    private static async Task<object?> Execute(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 1;
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }

    private static string Free(string name)
    {
        var free = name;
        for (var number = 2; File.Exists(free); number++)
            free = FormattableString.Invariant($"{name}-{number}");
        return free;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
}
