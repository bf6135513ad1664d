using System.Runtime.Versioning;
using System.Text.Json;
using Community.Tests.Support;

namespace Community.Tests.Cli;

public sealed class VerbsTests
{
    [Theory]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("backup", "copy.db")]
    [InlineData("token", "aki", "--scope", "read")]
    [InlineData("import", "stackexchange", "posts.jsonl")]
    [InlineData("import", "threads", "threads.jsonl")]
    [InlineData("import", "discourse", ".")]
    public async Task Where_there_is_no_database_a_verb_says_so_and_makes_none(params string[] verb)
    {
        using var tool = new CommandLine();

        var outcome = await tool.Run(verb);

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith($"There is no community in {tool.DataDirectory};", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(tool.DataDirectory));
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("import")]
    [InlineData("import", "phpbb", ".")]
    [InlineData("import", "discourse", "/nowhere")]
    [InlineData("token", "aki")]
    [InlineData("token", "aki", "--scope", "everything")]
    [InlineData("backup")]
    [InlineData("restore", "/nowhere/copy.db")]
    [InlineData("status", "--jsno")]
    public async Task Bad_input_is_answered_with_one_sentence(params string[] verb)
    {
        using var tool = new CommandLine();

        var outcome = await tool.Run(verb);

        Assert.Equal(1, outcome.Code);
        Assert.Equal("", outcome.Out);
        Assert.Single(outcome.Error.Split('\n'));
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("demo")]
    [InlineData("import")]
    [InlineData("import", "discourse")]
    [InlineData("status")]
    [InlineData("token")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("verify")]
    public async Task Every_verb_explains_itself(params string[] verb)
    {
        using var tool = new CommandLine();

        var help = await tool.Do([.. verb, "--help"]);

        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        Assert.Equal(2, help.Split("--Community:DataDirectory").Length);
        Assert.Contains("Community__DataDirectory", help, StringComparison.Ordinal);
    }

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
        Assert.Equal((0, 0), (tool.Number("SELECT count(*) FROM seen_salts", aside), tool.Number("SELECT count(*) FROM seen_visitors", aside)));
        Assert.True(tool.Number("SELECT count(*) FROM posts", aside) > 0);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(aside)).AsSpan().IndexOf(salt));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_community_that_runs()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        await tool.Do("backup", tool.PathOf("copy.db"));
        await using var server = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={tool.Database};Pooling=False");
        await server.OpenAsync();
        await using var command = server.CreateCommand();
        command.CommandText = "SELECT count(*) FROM members";
        await command.ExecuteScalarAsync();

        var outcome = await tool.Run("restore", tool.PathOf("copy.db"), "--yes");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("in use", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_stands_alone_on_its_line_and_only_its_hash_is_kept()
    {
        using var tool = new CommandLine();
        await tool.Do("demo");

        var token = await tool.Do("token", "harbor", "--scope", "staff");
        var notStaff = await tool.Run("token", "marlowe_j", "--scope", "staff");
        var nobody = await tool.Run("token", "nobody_at_all", "--scope", "read");

        Assert.Matches("^[A-Za-z0-9_-]{40,}$", token);
        Assert.Equal([Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)))], tool.Query("SELECT hash FROM api_tokens")[0]);
        Assert.Equal((1, 1), (notStaff.Code, nobody.Code));
    }

    [Fact]
    public async Task A_counter_that_is_wrong_is_found()
    {
        using var tool = new CommandLine();
        await tool.Do("demo");
        await tool.Do("verify");
        tool.Query("UPDATE topics SET reply_count = reply_count + 1 WHERE number = 3");

        var outcome = await tool.Run("verify");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("forums: Topic", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_one_flat_object_of_numbers()
    {
        using var tool = new CommandLine();
        await tool.Do("demo");

        using var json = JsonDocument.Parse(await tool.Do("status", "--json"));

        Assert.All(json.RootElement.EnumerateObject(), p => Assert.Equal(JsonValueKind.Number, p.Value.ValueKind));
        Assert.Superset(new HashSet<string> { "members", "accounts", "forums", "topics", "posts", "reactions", "tags", "reports", "revisions", "database_bytes" }, json.RootElement.EnumerateObject().Select(p => p.Name).ToHashSet());
        Assert.Equal(1, json.RootElement.GetProperty("accounts").GetInt64());
    }

    private static Dictionary<string, long> Without(string json, string name)
    {
        var figures = JsonSerializer.Deserialize<Dictionary<string, long>>(json)!;
        figures.Remove(name);
        return figures;
    }
}
