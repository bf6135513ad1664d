using System.Diagnostics;
using Community.Testing;
using Community.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Community.Tests.Cli;

/// <summary>The move from SQLite's file into the database of PostgreSQL that the tool has else.</summary>
[Trait(TestDatabase.Engine, "Postgres")]
public sealed class MigrateStoreTests
{
    private const string OnFile = "--Database:Provider=Sqlite";

    public MigrateStoreTests() => Assert.SkipUnless(TestDatabase.IsPostgres, "The move needs a server.");

    [Fact]
    public async Task A_community_is_the_same_afterwards_and_goes_on_there()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        OnSource(tool, "INSERT INTO asp_net_user_claims (id, user_id, claim_type) SELECT 7, id, 'colour' FROM accounts");
        var before = await Hashes(tool, OnFile);

        var told = await tool.Do("migrate-store", "--to", "postgres", tool.ConnectionString + ";Password=open-sesame", OnFile);

        Assert.Equal(before, await Hashes(tool));
        Assert.Equal(before, await Hashes(tool, OnFile));
        Assert.Contains("Database:Provider=Postgres", told, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", told, StringComparison.Ordinal);
        Assert.Equal(Figures(await tool.Do("status", OnFile)), Figures(await tool.Do("status")));
        await tool.Do("token", "harbor", "--scope", "staff");
        tool.Query("INSERT INTO asp_net_user_claims (user_id, claim_type) SELECT id, 'shape' FROM accounts");
        Assert.Equal(2, tool.Number("SELECT count(*) FROM asp_net_user_claims"));
    }

    [Fact]
    public async Task Times_keep_their_microseconds_and_text_what_the_engine_holds()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        OnSource(tool, "UPDATE members SET joined_at = 1763800000123457, bio = 'a' || char(0) || 'b 🚲' WHERE handle = 'harbor'");

        await Move(tool);

        Assert.Equal([1763800000123457L, "a\uFFFDb 🚲"], tool.Query("SELECT joined_at, bio FROM members WHERE handle = 'harbor'")[0]);
    }

    [Fact]
    public async Task A_run_that_was_killed_in_the_middle_of_a_table_is_gone_on_with()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        OnSource(tool, """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
            INSERT INTO receipts (member_id, "key", content_id, at) SELECT i, '00000000-0000-0000-0000-000000000000', i, 1763800000000000 + i FROM n
            """);
        await tool.Do("migrate");

        // A row that is not committed stands in the way of the fourth thousand.
        await using (var hindrance = new NpgsqlConnection(tool.ConnectionString))
        {
            await hindrance.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await hindrance.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("INSERT INTO receipts (member_id, key, content_id, at) VALUES (5000, '00000000-0000-0000-0000-000000000000', 1, now())", hindrance, transaction);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            using var killed = tool.Start("migrate-store", "--to", "postgres", OnFile);
            await Until(killed, () => tool.Number("SELECT count(*) FROM receipts") > 0);
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        Assert.InRange(tool.Number("SELECT count(*) FROM receipts"), 1, 8999);

        await Move(tool);

        Assert.Equal(await Hashes(tool, OnFile), await Hashes(tool));
        Assert.Equal(9000, tool.Number("SELECT count(*) FROM receipts"));
    }

    [Fact]
    public async Task A_run_that_was_killed_once_posts_were_there_is_gone_on_with()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        await KilledBeforeReactions(tool);
        Assert.True(tool.Number("SELECT count(*) FROM posts") > 0);
        var early = await tool.Run("verify");
        Assert.Equal(1, early.Code);
        Assert.Contains("only part of", early.Error, StringComparison.Ordinal);

        await Move(tool);

        Assert.Equal(await Hashes(tool, OnFile), await Hashes(tool));
        Assert.True(tool.Number("SELECT count(*) FROM reactions") > 0);
    }

    [Fact]
    public async Task What_changed_at_the_source_between_two_runs_is_found_and_an_empty_target_takes_it()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        await KilledBeforeReactions(tool);
        OnSource(tool, "UPDATE members SET bio = 'I am new here' WHERE handle = 'harbor'");

        var found = await tool.Run("migrate-store", "--to", "postgres", OnFile);
        var again = await tool.Run("migrate-store", "--to", "postgres", OnFile);
        await Move(tool, "--afresh");

        Assert.Equal((1, 1), (found.Code, again.Code));
        Assert.Contains("members: ", found.Out, StringComparison.Ordinal);
        Assert.Contains("--afresh", found.Error, StringComparison.Ordinal);
        Assert.Single(found.Error.Split('\n'));
        Assert.Equal(await Hashes(tool, OnFile), await Hashes(tool));
    }

    [Fact]
    public async Task A_row_that_came_in_before_those_already_moved_is_found()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        await KilledBeforeReactions(tool);
        OnSource(tool, "INSERT INTO receipts (member_id, \"key\", content_id, at) VALUES (1, '00000000-0000-0000-0000-000000000000', 1, 1); INSERT INTO counters (kind, last) VALUES ('a', 1)");

        var found = await tool.Run("migrate-store", "--to", "postgres", OnFile);

        Assert.Equal(1, found.Code);
        Assert.Contains("counters", found.Error, StringComparison.Ordinal);
        Assert.Contains("--afresh", found.Error, StringComparison.Ordinal);
        Assert.Single(found.Error.Split('\n'));
    }

    [Fact]
    public async Task A_target_that_holds_anything_else_is_refused_and_stays_as_it_is()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        await Move(tool);
        var before = await Hashes(tool);

        var finished = await tool.Run("migrate-store", "--to", "postgres", OnFile, "--afresh");
        tool.Query("DELETE FROM store_moves");
        var community = await tool.Run("migrate-store", "--to", "postgres", OnFile, "--afresh");
        tool.Query("INSERT INTO store_moves (id, source, begun_at) VALUES (1, '/srv/another/community.db', now())");
        var another = await tool.Run("migrate-store", "--to", "postgres", OnFile);
        tool.Query("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0')");
        var newer = await tool.Run("migrate-store", "--to", "postgres", OnFile, "--afresh");
        tool.Query("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '9999%'; DELETE FROM store_moves");

        Assert.All([finished, community, another, newer], outcome => Refused(outcome, "name an empty database"));
        Assert.Equal(before, await Hashes(tool));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_stays_as_it_is()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        using var other = new CommandLine();
        await other.Do("migrate");
        other.Query("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE invoices (number bigint)");

        Refused(await tool.Run("migrate-store", "--to", "postgres", other.ConnectionString, OnFile, "--afresh"), "something else");

        Assert.Equal("invoices", other.Query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").Single()[0]);
    }

    [Fact]
    public async Task The_keys_of_cookies_come_along_and_who_visited_today_does_not()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        Directory.CreateDirectory(Path.Combine(tool.DataDirectory, "keys"));
        await File.WriteAllTextAsync(Path.Combine(tool.DataDirectory, "keys", "key-0001.xml"), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<key id=\"0001\">\n  <masterKey>abc</masterKey>\n</key>", TestContext.Current.CancellationToken);
        OnSource(tool, "INSERT INTO seen_salts (day, salt) VALUES ('2026-11-22', x'0102'); INSERT INTO seen_visitors (day, discussion_id, network_hash, browser_hash) SELECT '2026-11-22', id, 7, 8 FROM discussions LIMIT 3");

        await Move(tool);

        Assert.Equal([["key-0001", "<key id=\"0001\"><masterKey>abc</masterKey></key>"]], tool.Query("SELECT name, xml FROM protection_keys"));
        Assert.Equal((0, 0), (tool.Number("SELECT count(*) FROM seen_salts"), tool.Number("SELECT count(*) FROM seen_visitors")));
    }

    [Fact]
    public async Task While_it_runs_the_source_is_read_but_not_written()
    {
        using var tool = new CommandLine();
        await Demo(tool);
        await tool.Do("migrate");

        await Hindered(tool, async _ =>
        {
            await tool.Do("status", OnFile);
            var refused = Assert.Throws<SqliteException>(() => OnSource(tool, "UPDATE members SET bio = 'late'"));
            Assert.Equal(SQLitePCL.raw.SQLITE_BUSY, refused.SqliteErrorCode);
        });
    }

    [Theory]
    [InlineData("postgres://community:secret-words@db/community")]
    [InlineData("Host=127.0.0.1;Port=1;Username=community;Password=secret-words;Database=community")]
    [InlineData("Host=127.0.0.1;Port=secret-words")]
    [InlineData("")]
    public async Task A_server_that_cannot_be_asked_is_one_sentence(string connection)
    {
        using var tool = new CommandLine();
        await Demo(tool);

        var outcome = await tool.Run("migrate-store", "--to", "postgres", connection, OnFile);

        Assert.Equal(1, outcome.Code);
        Assert.Single(outcome.Error.Split('\n'));
        Assert.DoesNotContain("should not have happened", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-words", outcome.Out + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_nothing_to_move_from_a_server_or_from_nowhere()
    {
        using var tool = new CommandLine();

        Refused(await tool.Run("migrate-store", "--to", "postgres", tool.ConnectionString), "already");
        Refused(await tool.Run("migrate-store", "--to", "postgres", tool.ConnectionString, OnFile), "no community");
    }

    // Filled once: every test starts from a copy.
    private static readonly Lazy<Task<byte[]>> Filled = new(async () =>
    {
        using var tool = new CommandLine();
        await tool.Do("demo", "--password", "a long harbour wall", OnFile);
        return await File.ReadAllBytesAsync(tool.Database);
    });

    private static async Task Demo(CommandLine tool)
    {
        Directory.CreateDirectory(tool.DataDirectory);
        await File.WriteAllBytesAsync(tool.Database, await Filled.Value);
    }

    private static Task Move(CommandLine tool, params string[] more) => tool.Do(["migrate-store", "--to", "postgres", OnFile, .. more]);

    private static async Task KilledBeforeReactions(CommandLine tool)
    {
        await tool.Do("migrate");
        await Hindered(tool, async running =>
        {
            running.Kill();
            await running.WaitForExitAsync();
        });
    }

    /// <summary>Runs the move until it has moved all posts and waits for a table that is held.</summary>
    private static async Task Hindered(CommandLine tool, Func<Process, Task> meanwhile)
    {
        await using var hindrance = new NpgsqlConnection(tool.ConnectionString);
        await hindrance.OpenAsync();
        await using var transaction = await hindrance.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE reactions IN EXCLUSIVE MODE", hindrance, transaction);
        await command.ExecuteNonQueryAsync();
        using var running = tool.Start("migrate-store", "--to", "postgres", OnFile);
        await Until(running, () => tool.Number("SELECT count(*) FROM posts") > 0);
        await meanwhile(running);
        await transaction.RollbackAsync();
        await running.WaitForExitAsync();
    }

    private static async Task Until(Process running, Func<bool> isTrue)
    {
        while (!isTrue())
        {
            Assert.False(running.HasExited, "The move ended before it was to.");
            await Task.Delay(20);
        }
    }

    private static async Task<string[]> Hashes(CommandLine tool, params string[] settings) =>
        [.. (await tool.Do(["verify", "--hashes", .. settings])).Split('\n').Where(line => line.Contains("  ", StringComparison.Ordinal))];

    // The database's size is another one.
    private static string Figures(string status) => string.Join('\n', status.Split('\n').Where(line => !line.StartsWith("database", StringComparison.Ordinal)));

    private static void OnSource(CommandLine tool, string sql)
    {
        using var source = new SqliteConnection($"Data Source={tool.Database};Pooling=False;Default Timeout=1");
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Refused(CommandLine.Outcome outcome, string because)
    {
        Assert.Equal(1, outcome.Code);
        Assert.Contains(because, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n'));
    }
}
