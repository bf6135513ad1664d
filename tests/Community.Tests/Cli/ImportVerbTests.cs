using Community.Tests.Support;

namespace Community.Tests.Cli;

public sealed class ImportVerbTests
{
    private const string Question = """{"id":1,"type":"question","created_at":"2020-02-03T04:05:06","user":"ann","score":0,"title":"How is it done?","tags":["tea"],"html":"<p>How?</p>"}""";

    [Fact]
    public async Task A_few_bad_rows_are_shown_and_the_others_counted()
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        var file = await File(tool, [Question, .. Enumerable.Repeat("{\"type\":\"question\"}", 1_030)]);

        var outcome = await tool.Run("import", "stackexchange", file);

        // How far it is, it says between them where it takes long.
        var lines = outcome.Error.Split('\n').Where(line => !line.Contains(" a second, ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(0, outcome.Code);
        Assert.Equal((21, "and 1,010 rows more."), (lines.Length, lines[^1]));
    }

    [Theory]
    [InlineData("{\"id\":1,\"type\":\"answer\",\"parent\":9,\"created_at\":\"2020-02-03T04:05:06\",\"user\":\"ann\",\"html\":\"<p>So.</p>\"}")]
    [InlineData("{\"type\":\"page\"}")]
    [InlineData("{\"topic_id\":1}")]
    public async Task Another_kind_of_file_is_refused_with_one_sentence(string row)
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");
        var file = await File(tool, Enumerable.Range(1, 300).Select(id => row.Replace("\"id\":1", $"\"id\":{id}", StringComparison.Ordinal)));

        var outcome = await tool.Run("import", "stackexchange", file);

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("posts.jsonl holds no questions", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', outcome.Error);
        Assert.Equal(0, tool.Number("SELECT count(*) FROM forums"));
    }

    [Theory]
    [InlineData("everyone", "members")]
    [InlineData("staff", "staff")]
    public async Task Name_and_audience_of_the_forum_are_chosen(string audience, string writes)
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");

        await tool.Do("import", "stackexchange", await File(tool, [Question]), "--forum-name", "Tea room", "--audience", audience);

        Assert.Equal([audience, writes, writes], tool.Query("SELECT read_audience, reply_audience, start_audience FROM forums WHERE name LIKE '%Tea room%'")[0]);
        Assert.Equal(audience, tool.Query("SELECT audience FROM topics")[0][0]);
    }

    [Theory]
    [InlineData("--audience", "nobody")]
    [InlineData("--forum-name", " ")]
    public async Task A_forum_that_cannot_be_is_refused(string option, string value)
    {
        using var tool = new CommandLine();
        await tool.Do("migrate");

        var outcome = await tool.Run("import", "threads", await File(tool, ["{\"id\":\"1\",\"posts\":[{\"n\":1,\"speaker\":\"A\",\"text\":\"Tea?\"}]}"]), option, value);

        Assert.Equal(1, outcome.Code);
        Assert.Equal(0, tool.Number("SELECT count(*) FROM forums"));
    }

    private static async Task<string> File(CommandLine tool, IEnumerable<string> rows)
    {
        var path = tool.PathOf("posts.jsonl");
        await System.IO.File.WriteAllLinesAsync(path, rows);
        return path;
    }
}
