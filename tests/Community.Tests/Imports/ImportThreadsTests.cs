using System.Text.Json;
using Community.Shared;
using Community.Testing;
using Community.Tests.Shared;
using Community.Tests.Shared.Markdown;
using Community.Tests.Support;

namespace Community.Tests.Imports;

/// <summary>A board's threads of a month, brought in once and compared row by row with the file.</summary>
public sealed class ImportThreadsTests : IClassFixture<ImportThreadsTests.Imported>
{
    private const string File = "forum-ja-open2ch/threads.jsonl";
    private readonly Imported imported;
    private readonly List<JsonElement> rows;

    public ImportThreadsTests(Imported imported)
    {
        TestData.Require(File);
        (this.imported, rows) = (imported, SharedData.Lines(File));
    }

    public sealed class Imported : IAsyncLifetime
    {
        public CommandLine Tool { get; } = new();

        public string Output { get; private set; } = "";

        public string Path => System.IO.Path.Combine(TestData.Root, File);

        public async ValueTask InitializeAsync()
        {
            if (System.IO.File.Exists(Path))
            {
                await Tool.Do("migrate");
                Output = await Tool.Do("import", "threads", Path, "--source", "おーぷん");
            }
        }

        public ValueTask DisposeAsync()
        {
            Tool.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private CommandLine Tool => imported.Tool;

    [Fact]
    public void The_counts_are_told() =>
        Assert.StartsWith("2,000 topics, 4,581 posts, 2 members and 1 forums added; 0 gaps kept; 0 topics were here already; 0 rows skipped.", imported.Output, StringComparison.Ordinal);

    [Fact]
    public void A_thread_s_title_is_its_first_40_characters_on_one_line()
    {
        var expected = rows.Select(r => (r.Text("id"), Title(r.GetProperty("posts")[0].Text("text")))).OrderBy(t => t.Item1, StringComparer.Ordinal);

        var found = Tool.Query("SELECT i.key, t.title FROM topics t JOIN imported_items i ON i.content_id = t.id AND i.kind = 'topic'")
            .Select(r => ((string)r[0]!, (string)r[1]!)).OrderBy(t => t.Item1, StringComparer.Ordinal);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Posts_come_in_order_with_their_words_and_lines()
    {
        var expected = rows.SelectMany(r => r.GetProperty("posts").EnumerateArray().Select(p => (r.Text("id"), p.GetProperty("n").GetInt64(), p.Text("speaker"), Lines(p.Text("text")))))
            .OrderBy(p => p.Item1, StringComparer.Ordinal).ThenBy(p => p.Item2).ToList();

        var found = Tool.Query(
            """
            SELECT i.key, p.number, m.display_name, p.html FROM posts p
            JOIN imported_items i ON i.content_id = p.discussion_id AND i.kind = 'topic' JOIN members m ON m.id = p.author_id
            """)
            .Select(r => ((string)r[0]!, (long)r[1]!, ((string)r[2]!).Replace("名無しさん ", "", StringComparison.Ordinal), Lines(WithLines((string)r[3]!))))
            .OrderBy(p => p.Item1, StringComparer.Ordinal).ThenBy(p => p.Item2).ToList();

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Nobody_can_be_told_from_others_or_claimed() =>
        Assert.Equal([("anonymous-a", "Anonymous"), ("anonymous-b", "Anonymous")], Tool.Query("SELECT handle, state FROM members ORDER BY handle").Select(r => ((string)r[0]!, (string)r[1]!)));

    [Fact]
    public void Every_date_is_the_day_of_the_import_and_says_so()
    {
        Assert.Equal(4581, Tool.Number("SELECT count(*) FROM posts WHERE is_date_unknown"));
        Assert.Equal(1, Tool.Number("SELECT count(DISTINCT created_at) FROM posts"));
    }

    [Fact]
    public async Task Every_counter_is_right() => await Tool.Do("verify");

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        var output = await Tool.Do("import", "threads", imported.Path, "--source", "おーぷん");

        Assert.StartsWith("0 topics, 0 posts, 0 members and 0 forums added; 0 gaps kept; 2,000 topics were here already", output, StringComparison.Ordinal);
        Assert.Equal((2000, 4581), (Tool.Number("SELECT count(*) FROM topics"), Tool.Number("SELECT count(*) FROM posts")));
    }

    private static string Title(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Concat(Enumerable.Range(0, 40).Select(_ => { var length = Graphemes.LengthOf(line, 1); var first = line[..length]; line = line[length..]; return first; })).TrimEnd();
    }

    // Blank lines part paragraphs; how many they are is not kept.
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0));

    private static string WithLines(string html)
    {
        var body = Page.Parse(html.Replace("<br>", "\n", StringComparison.Ordinal).Replace("<br />", "\n", StringComparison.Ordinal));
        return body.TextContent;
    }
}
