using System.Runtime.Versioning;
using System.Text.Json;
using Community.Testing;
using Community.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Community.Tests.Cli;

/// <summary>Backup and restore where the database is a file.</summary>
[Trait(TestDatabase.Engine, "Sqlite")]
public sealed class FileCopiesTests
{
    public FileCopiesTests() => Assert.SkipWhen(TestDatabase.IsPostgres, "These look into SQLite's file.");

    [Fact]
    public async Task A_backup_is_whole_never_overwrites_and_comes_back()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        await tool.Do("demo", "--password", "a long harbour wall");
        var before = await tool.Do("status", "--json");
        var copy = tool.PathOf("copy.db");

        await tool.Do("backup", copy);
        Assert.Equal(1, (await tool.Run("backup", copy)).Code);
        foreach (var file in Directory.GetFiles(tool.DataDirectory, "community.db*"))
            File.Delete(file);
        await tool.Do("migrate");
        var unasked = await tool.Run("restore", copy);
        await tool.Do("restore", copy, "--yes");

        Assert.Equal(1, unasked.Code);
        Assert.Contains("--yes", unasked.Error, StringComparison.Ordinal);
        Assert.Equal(Without(before, "database_bytes"), Without(await tool.Do("status", "--json"), "database_bytes"));
        Assert.True(File.Exists(tool.Database + ".before-restore"));
        await tool.Do("verify");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_the_tool_writes_is_for_its_own_user_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no modes there.");
        using var tool = new CommandLine();
        await tool.Do("migrate");
        var copy = tool.PathOf("copy.db");

        await tool.Do("backup", copy);
        await tool.Do("restore", copy, "--yes");

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(own | UnixFileMode.UserExecute, File.GetUnixFileMode(tool.DataDirectory));
        Assert.Equal((own, own), (File.GetUnixFileMode(copy), File.GetUnixFileMode(tool.Database)));
    }

    [Fact]
    public async Task A_damaged_or_foreign_file_is_not_restored()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        var copy = tool.PathOf("copy.db");
        await tool.Do("backup", copy);
        var whole = await File.ReadAllBytesAsync(copy);
        var bad = tool.PathOf("bad.db");
        var before = await File.ReadAllBytesAsync(tool.Database);

        foreach (var content in new[] { whole[..(whole.Length / 2)], "not a database"u8.ToArray(), [] })
        {
            await File.WriteAllBytesAsync(bad, content);
            var outcome = await tool.Run("restore", bad, "--yes");

            Assert.Equal(1, outcome.Code);
            Assert.Contains("was not restored", outcome.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(tool.Database));
        Assert.False(File.Exists(tool.Database + ".before-restore"));
    }

    [Fact]
    public async Task _19_What_a_restore_puts_aside_keeps_neither_hashes_nor_salt_of_those_who_visited()
    {
        using var tool = new CommandLine();
        await tool.Do("demo");
        await tool.Do("backup", tool.PathOf("copy.db"));
        var salt = Enumerable.Range(0, 32).Select(n => (byte)(n * 7 + 3)).ToArray();
        tool.Query($"INSERT INTO seen_salts (day, salt) VALUES ('2026-11-22', x'{Convert.ToHexString(salt)}')");
        tool.Query("INSERT INTO seen_visitors (day, discussion_id, network_hash, browser_hash) SELECT '2026-11-22', id, 7, 8 FROM discussions LIMIT 3");
        Assert.NotEqual(-1, (await File.ReadAllBytesAsync(tool.Database)).AsSpan().IndexOf(salt));

        await tool.Do("restore", tool.PathOf("copy.db"), "--yes");

        var aside = tool.Database + ".before-restore";
        Assert.Equal((0, 0), (Number("SELECT count(*) FROM seen_salts", aside), Number("SELECT count(*) FROM seen_visitors", aside)));
        Assert.True(Number("SELECT count(*) FROM posts", aside) > 0);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(aside)).AsSpan().IndexOf(salt));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_community_that_runs()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        await tool.Do("backup", tool.PathOf("copy.db"));
        await using var server = new SqliteConnection($"Data Source={tool.Database};Pooling=False");
        await server.OpenAsync();
        await using var command = server.CreateCommand();
        command.CommandText = "SELECT count(*) FROM members";
        await command.ExecuteScalarAsync();

        var outcome = await tool.Run("restore", tool.PathOf("copy.db"), "--yes");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("in use", outcome.Error, StringComparison.Ordinal);
    }

    private static long Number(string sql, string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static Dictionary<string, long> Without(string json, string name)
    {
        var figures = JsonSerializer.Deserialize<Dictionary<string, long>>(json)!;
        figures.Remove(name);
        return figures;
    }
}
