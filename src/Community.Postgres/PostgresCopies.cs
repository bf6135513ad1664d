using System.Diagnostics;
using System.Globalization;
using Community.Data;
using Npgsql;

namespace Community.Postgres;

/// <summary>Whole copies of a database by PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, which must be on the path.</summary>
internal static class PostgresCopies
{
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
            await Run(connection, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", .. Visitors.Select(table => "--exclude-table-data=public." + table), "--schema=public", "--file=" + partial], cancel);
            await Whole(connection, partial, cancel);
            File.Move(partial, file);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public static async Task Restore(
        NpgsqlConnectionStringBuilder connection, NpgsqlDataSource source, string file, IEnumerable<string> knownMigrations, CancellationToken cancel)
    {
        await Whole(connection, file, cancel);
        await using var open = await source.OpenConnectionAsync(cancel);
        if (await Scalar(open, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()", cancel) is not 0L)
            throw new IOException(InUse);

        // What is there steps aside as a schema of its own, and comes back if anything fails.
        var aside = await Free(open, cancel);
        foreach (var table in Visitors)
            await Scalar(open, $"DO $$ BEGIN IF to_regclass('public.{table}') IS NOT NULL THEN DELETE FROM public.{table}; END IF; END $$", cancel);
        await Scalar(open, $"ALTER SCHEMA public RENAME TO {aside}; CREATE SCHEMA public", cancel);
        try
        {
            await Run(connection, "pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--schema=public", "--dbname=" + connection.Database, file], cancel);
            await Ours(open, knownMigrations, cancel);
        }
        catch
        {
            await Scalar(open, $"DROP SCHEMA public CASCADE; ALTER SCHEMA {aside} RENAME TO public", CancellationToken.None);
            throw;
        }
    }

    private static async Task Whole(NpgsqlConnectionStringBuilder connection, string file, CancellationToken cancel)
    {
        // Read to the end, so that what was cut off is noticed.
        var said = await Run(connection, "pg_restore", ["--file=/dev/null", file], cancel);
        if (said.Length > 0)
            throw new InvalidDataException($"The file is damaged: {said.ReplaceLineEndings(" ")}");
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

    /// <returns>What it had to complain of though it succeeded.</returns>
    private static async Task<string> Run(NpgsqlConnectionStringBuilder connection, string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = connection.Database;
        start.Environment["PGUSER"] = connection.Username;
        // Not as an argument, which everybody on the machine can read.
        if (connection.Password is { Length: > 0 } password)
            start.Environment["PGPASSWORD"] = password;
        if (connection.TryGetValue("SSL Mode", out var mode) && mode is SslMode ssl)
            start.Environment["PGSSLMODE"] = ssl switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", _ => ssl.ToString().ToLowerInvariant() };
        Process running;
        try
        {
            running = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new IOException($"{program} is not on the path; it comes with PostgreSQL's client programs (Debian: postgresql-client).", missing);
        }

        using (running)
        {
            running.StandardInput.Close();
            try
            {
                var said = (await running.StandardError.ReadToEndAsync(cancel)).Trim();
                await running.WaitForExitAsync(cancel);
                if (running.ExitCode == 0)
                    return said;
                throw program == "pg_restore" ? new InvalidDataException(said.ReplaceLineEndings(" ")) : new IOException(said.ReplaceLineEndings(" "));
            }
            catch (OperationCanceledException)
            {
                running.Kill();
                throw;
            }
        }
    }
}
