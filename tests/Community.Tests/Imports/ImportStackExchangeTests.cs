using System.Text.Json;
using Community.Testing;
using Community.Tests.Shared;
using Community.Tests.Support;

namespace Community.Tests.Imports;

/// <summary>A whole site of questions and answers, brought in once and compared row by row with the file.</summary>
public sealed class ImportStackExchangeTests : IClassFixture<ImportStackExchangeTests.Imported>
{
    private const string File = "forum-stackexchange/coffee.stackexchange.jsonl";
    private readonly Imported imported;
    private readonly List<JsonElement> rows;

    public ImportStackExchangeTests(Imported imported)
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
                Output = await Tool.Do("import", "stackexchange", Path);
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
    public void The_counts_are_told()
    {
        var authors = rows.Where(IsTalk).Select(r => r.Text("user")).Distinct().Count();

        Assert.StartsWith($"225 topics, 552 posts, {authors} members and 1 forums added; 0 gaps kept; 0 topics were here already; 0 rows skipped.", imported.Output, StringComparison.Ordinal);
        Assert.Contains($"Left out: 40 tag wikis, {rows.Count(r => Score(r) < 0)} scores below zero.", imported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_become_topics_with_title_date_author_tags_and_lock()
    {
        var expected = rows.Where(r => r.Text("type") == "question")
            .Select(r => (Id(r), r.Text("title"), SourceReader.Micros(r.Text("created_at") + "Z"), r.Text("user"), r.GetProperty("closed_at").ValueKind == JsonValueKind.Null ? 0L : 1, string.Join(',', r.GetProperty("tags").EnumerateArray().Select(t => t.GetString()))))
            .OrderBy(t => t.Item1);

        var found = Tool.Query(
            """
            SELECT cast(i.key AS integer), t.title, t.created_at, m.display_name, t.is_locked,
                (SELECT string_agg(name, ',') FROM (SELECT g.name FROM discussion_tags d JOIN tags g ON g.id = d.tag_id WHERE d.discussion_id = t.id ORDER BY d."order") named)
            FROM topics t JOIN imported_items i ON i.content_id = t.id AND i.kind = 'topic' JOIN members m ON m.id = t.author_id
            """)
            .Select(r => ((long)r[0]!, (string)r[1]!, (long)r[2]!, (string)r[3]!, (long)r[4]!, (string?)r[5] ?? ""))
            .OrderBy(t => t.Item1);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Answers_stand_in_the_order_of_their_dates_with_author_and_score()
    {
        var answers = rows.Where(r => r.Text("type") == "answer").ToLookup(r => r.GetProperty("parent").GetInt64());
        var expected = rows.Where(r => r.Text("type") == "question").OrderBy(Id)
            .SelectMany(q => answers[Id(q)].OrderBy(a => a.Text("created_at"), StringComparer.Ordinal).ThenBy(Id).Prepend(q).Select((post, at) => (Id(q), at + 1L, Id(post), post.Text("user"), SourceReader.Micros(post.Text("created_at") + "Z"), Math.Max(0, Score(post)))));

        var found = Tool.Query(
            """
            SELECT cast(t.key AS integer), p.number, cast(i.key AS integer), m.display_name, p.created_at, p.reactions_heart
            FROM posts p JOIN imported_items t ON t.content_id = p.discussion_id AND t.kind = 'topic' JOIN imported_items i ON i.content_id = p.id AND i.kind = 'post' JOIN members m ON m.id = p.author_id
            ORDER BY 1, 2
            """)
            .Select(r => ((long)r[0]!, (long)r[1]!, (long)r[2]!, (string)r[3]!, (long)r[4]!, (long)r[5]!));

        Assert.Equal(expected, found);
        Assert.Equal(0, Tool.Number("SELECT count(*) FROM reactions WHERE member_id IS NOT NULL OR kind <> 'Heart'"));
    }

    [Fact]
    public void Accepted_answers_solve_their_questions()
    {
        var expected = rows.Where(r => r.GetProperty("accepted_answer").ValueKind == JsonValueKind.Number).Select(r => (Id(r), r.GetProperty("accepted_answer").GetInt64())).Order();

        var found = Tool.Query(
            """
            SELECT cast(i.key AS integer), cast(a.key AS integer) FROM topics t
            JOIN imported_items i ON i.content_id = t.id AND i.kind = 'topic' JOIN imported_items a ON a.content_id = t.answer_post_id AND a.kind = 'post'
            """)
            .Select(r => ((long)r[0]!, (long)r[1]!)).Order();

        Assert.Equal(expected, found);
    }

    [Fact]
    public void All_of_it_stands_in_one_forum_of_the_file_s_name() =>
        Assert.Equal("coffee-stackexchange", Assert.Single(Tool.Query("SELECT slug FROM forums WHERE topic_count = 225 AND post_count = 552"))[0]);

    [Fact]
    public async Task Every_counter_is_right() => await Tool.Do("verify");

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        const string All = "SELECT (SELECT count(*) FROM posts), (SELECT count(*) FROM members), (SELECT count(*) FROM reactions), (SELECT count(*) FROM forums), (SELECT max(last) FROM counters)";
        var before = Tool.Query(All);

        var output = await Tool.Do("import", "stackexchange", imported.Path);
        await Tool.Do("import", "stackexchange", imported.Path, "--source", "another-name");

        Assert.StartsWith("0 topics, 0 posts, 0 members and 0 forums added; 0 gaps kept; 225 topics were here already", output, StringComparison.Ordinal);
        Assert.Equal(before, Tool.Query(All));
    }

    private static bool IsTalk(JsonElement row) => row.Text("type") is "question" or "answer";

    private static long Id(JsonElement row) => row.GetProperty("id").GetInt64();

    private static long Score(JsonElement row) => IsTalk(row) ? row.GetProperty("score").GetInt64() : 0;
}
