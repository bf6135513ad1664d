using System.Text.Json;
using Community.Testing;
using Community.Tests.Support;

namespace Community.Tests.Cli;

public sealed class VerbsTests
{
    [Theory]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("verify", "--hashes")]
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
        Assert.StartsWith(TestDatabase.IsPostgres ? "There is no database " : $"There is no community in {tool.DataDirectory};", outcome.Error, StringComparison.Ordinal);
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
    [InlineData("migrate-store")]
    [InlineData("migrate-store", "--to", "mysql", "Host=db")]
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
    [InlineData("migrate-store")]
    public async Task Every_verb_explains_itself(params string[] verb)
    {
        using var tool = new CommandLine();

        var help = await tool.Do([.. verb, "--help"]);

        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        Assert.Equal(2, help.Split("--Community:DataDirectory").Length);
        Assert.Contains("Community__DataDirectory", help, StringComparison.Ordinal);
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
}
