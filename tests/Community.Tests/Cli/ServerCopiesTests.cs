using System.Runtime.Versioning;
using Community.Postgres;
using Community.Testing;
using Community.Tests.Support;
using Npgsql;

namespace Community.Tests.Cli;

/// <summary>Backup and restore where the database is on a server.</summary>
[Trait(TestDatabase.Engine, "Postgres")]
public sealed class ServerCopiesTests
{
    public ServerCopiesTests() => Assert.SkipUnless(TestDatabase.IsPostgres, "These need a server.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_whole_never_overwrites_and_comes_back()
    {
        using var tool = new CommandLine();
        await tool.Do("demo", "--password", "a long harbour wall");
        var before = await tool.Do("verify", "--hashes");
        var copy = tool.PathOf("copy.dump");

        await using (var running = await Connect(tool.ConnectionString))
            await tool.Do("backup", copy);
        Assert.Equal(1, (await tool.Run("backup", copy)).Code);
        await Ask(tool, "DELETE FROM reactions; UPDATE members SET bio = 'written later'");
        var unasked = await tool.Run("restore", copy);
        await tool.Do("restore", copy, "--yes");

        Assert.Equal(1, unasked.Code);
        Assert.Contains("--yes", unasked.Error, StringComparison.Ordinal);
        Assert.Equal(before, await tool.Do("verify", "--hashes"));
        Assert.Equal(0L, await Ask(tool, "SELECT count(*) FROM before_restore.members WHERE bio <> 'written later'"));
        Assert.Equal("append-only", (await Assert.ThrowsAsync<PostgresException>(() => Ask(tool, "DELETE FROM moderation_log"))).MessageText);
        Assert.Equal("copy.dump", Path.GetFileName(Directory.GetFiles(Path.GetDirectoryName(copy)!).Single()));

        await tool.Do("restore", copy, "--yes");
        Assert.Equal(2L, await Ask(tool, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'before\\_restore%'"));
    }

    [Fact]
    public async Task A_backup_comes_back_where_there_is_no_database_but_a_damaged_one_makes_none()
    {
        using var tool = new CommandLine();
        await tool.Do("demo", "--password", "a long harbour wall");
        await tool.Do("backup", tool.PathOf("copy.dump"));
        await File.WriteAllTextAsync(tool.PathOf("bad.dump"), "not a database", Cancel);
        using var fresh = new CommandLine();

        Assert.Equal(1, (await fresh.Run("restore", tool.PathOf("bad.dump"), "--yes")).Code);
        Assert.StartsWith("There is no database", (await fresh.Run("status")).Error, StringComparison.Ordinal);
        await fresh.Do("restore", tool.PathOf("copy.dump"), "--yes");

        Assert.Equal(await tool.Do("verify", "--hashes"), await fresh.Do("verify", "--hashes"));
    }

    [Fact]
    public async Task A_backup_comes_back_into_an_empty_database_and_for_a_user_without_special_rights()
    {
        using var tool = new CommandLine();
        await tool.Do("demo", "--password", "a long harbour wall");
        var before = await tool.Do("verify", "--hashes");
        var copy = tool.PathOf("copy.dump");
        await tool.Do("backup", copy);
        var plain = "plain_" + Guid.NewGuid().ToString("N");
        await Ask(tool, $"CREATE ROLE {plain} LOGIN PASSWORD 'a secret'");
        try
        {
            await Ask(tool, $"CREATE DATABASE {plain} OWNER {plain}");
            var theirs = "--Database:ConnectionString=" + new NpgsqlConnectionStringBuilder(tool.ConnectionString) { Username = plain, Password = "a secret", Database = plain };

            await tool.Do("restore", copy, "--yes", theirs);
            Assert.Equal(before, await tool.Do("verify", "--hashes", theirs));
            await tool.Do("backup", tool.PathOf("theirs.dump"), theirs);
            await tool.Do("restore", tool.PathOf("theirs.dump"), "--yes", theirs);

            Assert.Equal(before, await tool.Do("verify", "--hashes", theirs));
            await tool.Do("token", "harbor", "--scope", "staff", theirs);
            await using var guest = await Connect(new NpgsqlConnectionStringBuilder(tool.ConnectionString) { Database = plain }.ToString());
            Assert.Contains("in use", (await tool.Run("restore", copy, "--yes", theirs)).Error, StringComparison.Ordinal);
        }
        finally
        {
            await Ask(tool, $"DROP DATABASE IF EXISTS {plain} WITH (FORCE)");
            await Ask(tool, $"DROP ROLE {plain}");
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_backup_is_for_its_own_user_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no modes there.");
        using var tool = new CommandLine();
        await tool.Do("migrate");

        await tool.Do("backup", tool.PathOf("copy.dump"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(tool.PathOf("copy.dump")));
    }

    [Fact]
    public async Task A_damaged_or_foreign_file_is_not_restored()
    {
        using var tool = new CommandLine();
        await tool.Do("demo", "--password", "a long harbour wall");
        await tool.Do("backup", tool.PathOf("copy.dump"));
        var whole = await File.ReadAllBytesAsync(tool.PathOf("copy.dump"), Cancel);
        var before = await tool.Do("verify", "--hashes");
        await Ask(tool, "INSERT INTO seen_salts (day, salt) VALUES ('2026-11-22', '\\x0102')");

        using var other = new CommandLine();
        await other.Do("migrate");
        await Ask(other, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0')");
        await other.Do("backup", other.PathOf("newer.dump"));
        await Ask(other, "DROP TABLE members CASCADE");
        await other.Do("backup", other.PathOf("foreign.dump"));

        var bad = tool.PathOf("bad.dump");
        var contents = new[]
        {
            whole[..(whole.Length / 2)], whole[..^1000], "not a database"u8.ToArray(), [],
            await File.ReadAllBytesAsync(other.PathOf("newer.dump"), Cancel), await File.ReadAllBytesAsync(other.PathOf("foreign.dump"), Cancel),
        };
        foreach (var content in contents)
        {
            await File.WriteAllBytesAsync(bad, content, Cancel);
            var outcome = await tool.Run("restore", bad, "--yes");

            Assert.Equal(1, outcome.Code);
            Assert.Contains("was not restored", outcome.Error, StringComparison.Ordinal);
            Assert.Single(outcome.Error.Split('\n'));
        }

        Assert.Equal(before, await tool.Do("verify", "--hashes"));
        Assert.Equal(1L, await Ask(tool, "SELECT count(*) FROM seen_salts"));
        Assert.Equal(0L, await Ask(tool, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'before%'"));
    }

    [Fact]
    public async Task Neither_a_backup_nor_what_a_restore_puts_aside_keeps_hashes_or_salt_of_those_who_visited()
    {
        using var tool = new CommandLine();
        await tool.Do("demo", "--password", "a long harbour wall");
        await Ask(tool, "INSERT INTO seen_salts (day, salt) VALUES ('2026-11-22', '\\x0102'); INSERT INTO seen_visitors (day, discussion_id, network_hash, browser_hash) SELECT '2026-11-22', id, 7, 8 FROM discussions LIMIT 3");

        await tool.Do("backup", tool.PathOf("copy.dump"));
        await tool.Do("restore", tool.PathOf("copy.dump"), "--yes");

        foreach (var schema in new[] { "public", "before_restore" })
        {
            Assert.Equal(0L, await Ask(tool, $"SELECT (SELECT count(*) FROM {schema}.seen_salts) + (SELECT count(*) FROM {schema}.seen_visitors)"));
            Assert.NotEqual(0L, await Ask(tool, $"SELECT count(*) FROM {schema}.posts"));
        }
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_community_that_runs()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        await tool.Do("backup", tool.PathOf("copy.dump"));
        await using var server = await Connect(tool.ConnectionString);

        var outcome = await tool.Run("restore", tool.PathOf("copy.dump"), "--yes");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("in use", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n'));
    }

    [Fact]
    public async Task Programs_are_taken_from_the_path_or_else_of_the_newest_version()
    {
        using var tool = new CommandLine();
        foreach (var version in new[] { "9.6", "15", "9", "16" })
        {
            Directory.CreateDirectory(tool.PathOf($"versions/{version}/bin"));
            await File.WriteAllTextAsync(tool.PathOf($"versions/{version}/bin/pg_dump"), "", Cancel);
        }

        File.Delete(tool.PathOf("versions/16/bin/pg_dump"));

        Assert.Equal(tool.PathOf("versions/15/bin/pg_dump"), ClientPrograms.Find("pg_dump", tool.PathOf("nowhere"), tool.PathOf("versions")));
        Assert.Equal(tool.PathOf("versions/9/bin/pg_dump"), ClientPrograms.Find("pg_dump", $"{tool.PathOf("nowhere")}{Path.PathSeparator}{tool.PathOf("versions/9/bin")}", tool.PathOf("versions")));
        Assert.Null(ClientPrograms.Find("pg_restore", tool.PathOf("nowhere"), tool.PathOf("versions")));
        Assert.Null(ClientPrograms.Find("pg_dump", "", tool.PathOf("no versions")));
    }

    // Without a pool, which would go on being somebody who has the database open.
    private static async Task<NpgsqlConnection> Connect(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private static async Task<object?> Ask(CommandLine tool, string sql)
    {
        await using var connection = await Connect(tool.ConnectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
