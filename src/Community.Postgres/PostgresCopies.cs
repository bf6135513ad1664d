using System.Globalization;
using Community.Data;
using Npgsql;

namespace Community.Postgres;

/// <summary>Whole copies of a database by PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>.</summary>
internal static class PostgresCopies
{
    // A connection that was just closed is seen for a moment longer.
    private const int Looks = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private const string InUse = "The database is in use; stop the program that has it open first.";

    // Who visited today is forgotten with the day; a copy would keep it, with what its hashes can be tried against.
    private static readonly string[] Visitors = ["seen_visitors", "seen_salts"];

    public static async Task Backup(NpgsqlConnectionStringBuilder connection, string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            throw new IOException($"{file} exists already; a backup never overwrites.");
        var partial = file + ".partial";
        File.Delete(partial);
        PrivateFiles.Make(partial);
        try
        {
            await ClientPrograms.Run(connection, ClientPrograms.Dump, ["--format=custom", "--no-owner", "--no-privileges", .. Visitors.Select(table => "--exclude-table-data=public." + table), "--schema=public", "--file=" + partial], cancel);
            await Whole(connection, partial, cancel);
            File.Move(partial, file);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <param name="file">Looked at by <see cref="Whole"/>.</param>
    public static async Task Restore(
        NpgsqlConnectionStringBuilder connection, NpgsqlDataSource source, string file, IEnumerable<string> knownMigrations, CancellationToken cancel)
    {
        await using var open = await source.OpenConnectionAsync(cancel);
        await Alone(open, cancel);

        // What is there steps aside as a schema of its own, and comes back if anything fails.
        var aside = await Free(open, cancel);
        await Scalar(open, $"ALTER SCHEMA public RENAME TO {aside}; CREATE SCHEMA public", cancel);
        try
        {
            await ClientPrograms.Run(connection, ClientPrograms.Restore, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--schema=public", "--dbname=" + connection.Database, file], cancel);
            await Ours(open, knownMigrations, cancel);
        }
        catch
        {
            await Scalar(open, $"DROP SCHEMA public CASCADE; ALTER SCHEMA {aside} RENAME TO public", CancellationToken.None);
            throw;
        }

        foreach (var table in Visitors)
            await Scalar(open, $"DO $$ BEGIN IF to_regclass('{aside}.{table}') IS NOT NULL THEN TRUNCATE {aside}.{table}; END IF; END $$", cancel);
    }

    private static async Task Alone(NpgsqlConnection open, CancellationToken cancel)
    {
        // What kind of backend another user's is, only a superuser is told; the server's own workers have no user.
        const string others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend' AND pid <> pg_backend_pid()";
        for (var look = 1; await Scalar(open, others, cancel) is not 0L; look++)
        {
            if (look == Looks)
                throw new IOException(InUse);
            await Task.Delay(BetweenLooks, cancel);
        }
    }

    /// <summary>Throws where the file is damaged or none of pg_dump's.</summary>
    public static async Task Whole(NpgsqlConnectionStringBuilder connection, string file, CancellationToken cancel)
    {
        // Read to the end, so that what was cut off is noticed.
        var said = await ClientPrograms.Run(connection, ClientPrograms.Restore, ["--file=/dev/null", file], cancel);
        if (said.Length > 0)
            throw new InvalidDataException($"The file is damaged: {said}");
    }

    private static async Task Ours(NpgsqlConnection open, IEnumerable<string> knownMigrations, CancellationToken cancel)
    {
        if (await Scalar(open, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename IN ('__EFMigrationsHistory', 'discussions', 'members')", cancel) is not 3L)
            throw new InvalidDataException("The file is a database, but not of a community.");
        var known = knownMigrations.ToArray();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM \"__EFMigrationsHistory\" WHERE NOT (\"MigrationId\" = ANY ($1))", open) { Parameters = { new NpgsqlParameter { Value = known } } };
        if (await command.ExecuteScalarAsync(cancel) is not 0L)
            throw new InvalidDataException("The database was made by another version of this program.");
    }

    private static async Task<string> Free(NpgsqlConnection open, CancellationToken cancel)
    {
        var free = "before_restore";
        for (var number = 2; await Scalar(open, $"SELECT count(*) FROM pg_namespace WHERE nspname = '{free}'", cancel) is not 0L; number++)
            free = string.Create(CultureInfo.InvariantCulture, $"before_restore_{number}");
        return free;
    }

    private static async Task<object?> Scalar(NpgsqlConnection open, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, open);
        return await command.ExecuteScalarAsync(cancel);
    }
}
