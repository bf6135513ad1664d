using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Community.Postgres;

/// <summary>Runs PostgreSQL's own programs on a database. The password goes by the environment: everybody on the machine can read arguments.</summary>
internal static class ClientPrograms
{
    public const string Dump = "pg_dump";
    public const string Restore = "pg_restore";

    // Where Debian keeps those of each version, whether or not they are on the path too.
    private const string Versions = "/usr/lib/postgresql";

    /// <returns>What it had to complain of though it succeeded.</returns>
    public static async Task<string> Run(NpgsqlConnectionStringBuilder connection, string program, string[] arguments, CancellationToken cancel)
    {
        var path = Find(program, Environment.GetEnvironmentVariable("PATH") ?? "", Versions)
            ?? throw new IOException($"{program} is not on the path; it comes with PostgreSQL's client programs (Debian: postgresql-client).");
        using var running = Process.Start(Settings(new ProcessStartInfo(path, arguments) { RedirectStandardError = true, RedirectStandardInput = true }, connection))!;
        running.StandardInput.Close();
        try
        {
            var said = (await running.StandardError.ReadToEndAsync(cancel)).Trim().ReplaceLineEndings(" ");
            await running.WaitForExitAsync(cancel);
            if (running.ExitCode == 0)
                return said;
            throw program == Restore ? new InvalidDataException(said) : new IOException(said);
        }
        catch (OperationCanceledException)
        {
            running.Kill();
            throw;
        }
    }

    /// <summary>On the path, or else of the newest version that is installed.</summary>
    internal static string? Find(string program, string path, string versions)
    {
        var newest = Directory.Exists(versions)
            ? Directory.GetDirectories(versions).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(newest)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
    }

    private static ProcessStartInfo Settings(ProcessStartInfo start, NpgsqlConnectionStringBuilder connection)
    {
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = connection.Database;
        start.Environment["PGUSER"] = connection.Username;
        if (connection.Password is { Length: > 0 } password)
            start.Environment["PGPASSWORD"] = password;
        if (connection.TryGetValue("SSL Mode", out var mode) && mode is SslMode ssl)
            start.Environment["PGSSLMODE"] = ssl switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", _ => ssl.ToString().ToLowerInvariant() };
        foreach (var (variable, file) in new[] { ("PGPASSFILE", connection.Passfile), ("PGSSLROOTCERT", connection.RootCertificate), ("PGSSLCERT", connection.SslCertificate), ("PGSSLKEY", connection.SslKey) })
        {
            if (file is { Length: > 0 })
                start.Environment[variable] = file;
        }

        return start;
    }
}
