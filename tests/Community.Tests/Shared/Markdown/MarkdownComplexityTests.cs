using System.Text;
using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

/// <summary>Each input runs on a small stack under a watchdog: it must come back, rendered or refused.</summary>
public sealed class MarkdownComplexityTests
{
    private const int Watchdog = 120_000;
    private const int SmallStack = 512 * 1024;

    public static TheoryData<string, string, string, int> Repeated => new()
    {
        { "", "[", "", 50_000 }, { "", "![", "", 50_000 }, { "", "[a](", "", 50_000 }, { "", "[a][", "", 40_000 }, { "", "[a](<", "", 30_000 }, { "", "[a](\"", "", 30_000 },
        { "", "*", "", 100_000 }, { "", "*a ", "", 60_000 }, { "", "a* ", "", 60_000 }, { "", "*_", "", 90_000 }, { "", "**a *a ", "", 25_000 }, { "", "~~a ", "", 45_000 }, { "", "x**y ", "", 35_000 },
        { "", "> ", "a", 90_000 }, { "", "- ", "a", 90_000 }, { "", "1. ", "a", 5_000 }, { "", "> - ", "a", 45_000 }, { "", "> a\n", "", 45_000 }, { "- ", "  - a\n", "", 30_000 },
        { "", "a", "", 1_000_000 }, { "", "word ", "", 200_000 }, { "", " ", "a", 199_000 }, { "", "\t", "a", 190_000 }, { "", "\n", "a", 190_000 }, { "", "あ", "", 199_000 },
        { "", "[a]: u\n", "", 28_000 }, { "", "[a]:", "", 50_000 }, { "", "`", "", 190_000 }, { "", "\\", "", 190_000 }, { "", "&#", "", 90_000 }, { "", "&amp;", "", 39_000 },
        { "", "<", "", 190_000 }, { "", "<a ", "", 60_000 }, { "", "<!--", "", 49_000 }, { "", "|-\n", "", 60_000 }, { "", "a|b\n", "", 49_000 }, { "", "|", "", 190_000 },
        { "", ":smile", "", 30_000 }, { "", ":smile:", "", 28_000 }, { "", "http://a", "", 24_000 }, { "", "https://a.b/(", "", 15_000 }, { "https://a.b/", "(", "", 190_000 }, { "https://a.b/", ".", "", 190_000 },
        { "https://a.b/", ";", "", 190_000 }, { "https://a.b/", "&a;", "", 60_000 }, { "", "www.", "", 49_000 }, { "", "@aki ", "", 39_000 }, { "@", "a", "", 190_000 }, { "", "@a-", "", 60_000 },
        { "", "- [ ] a\n", "", 24_000 }, { "", "[ ] ", "", 49_000 }, { "- ", "[ ] ", "", 49_000 }, { "", "#", "", 190_000 }, { "", "~~~\n", "", 49_000 }, { "", "a\n", "===", 90_000 },
        { "", "[quote]", "", 28_000 }, { "", "[quote]\n", "", 24_000 }, { "", "[/quote]", "", 24_000 }, { "", "[quote][/quote]", "", 13_000 }, { "[quote]", "[/quote]\n", "", 20_000 }, { "", "[quote=1]a[/quote]\n", "", 10_000 },
        { "", "[quote=1]", "", 21_000 }, { "", "[quote=1]a\n", "", 17_000 }, { "[quote=1]\n", "> [quote=1]\n", "", 15_000 }, { new string(' ', 90_000) + ">", "[quote=1]", "", 11_000 },
        { "[quote=\"", "a", "", 190_000 }, { "", "![a|1x1](/media/1) ", "", 10_000 }, { "", "[![a](/media/1)](/b) ", "", 9_000 }, { "", "<https://a.b> ", "", 14_000 }, { "", "\uD83D", "", 100_000 }, { "", "\u0301", "", 190_000 },
    };

    [Theory(Timeout = Watchdog)]
    [MemberData(nameof(Repeated))]
    public async Task Repetition_ends(string before, string unit, string after, int times) =>
        await Renders(before + new StringBuilder().Insert(0, unit, times) + after);

    [Theory(Timeout = Watchdog)]
    [InlineData(20_000, 20_000, false)]
    [InlineData(130, 30, true)]
    public async Task Nested_brackets_end(int open, int close, bool expectRendered)
    {
        var rendered = await Renders(new string('[', open) + "a" + new string(']', close));

        Assert.Equal(expectRendered, rendered.Problem is null);
    }

    [Theory(Timeout = Watchdog)]
    [InlineData("*a ", 2_900, false)]
    [InlineData("*a ", 3_100, true)]
    [InlineData("![", 3_100, true)]
    [InlineData("*a\n\n", 3_100, false)]
    [InlineData("a! ", 3_100, false)]
    [InlineData("- ", 3_100, false)]
    [InlineData("- * ", 3_100, true)]
    [InlineData("> ", 120, true)]
    [InlineData("1. ", 120, true)]
    public async Task Open_marks_are_counted(string mark, int times, bool refused)
    {
        var rendered = await Renders(new StringBuilder().Insert(0, mark, times).ToString());

        Assert.Equal(refused, rendered.Problem is not null);
    }

    [Fact(Timeout = Watchdog)]
    public async Task Quotes_within_quotes_are_refused_beyond_reason()
    {
        var rendered = await Renders(string.Concat(Enumerable.Repeat("[quote]\n", 5_000)) + "a\n" + string.Concat(Enumerable.Repeat("[/quote]\n", 5_000)));

        Assert.Equal("text-too-complex", rendered.Problem!.Code);
    }

    [Fact(Timeout = Watchdog)]
    public async Task Lists_stepping_inwards_are_refused_beyond_reason()
    {
        var rendered = await Renders(string.Join('\n', Enumerable.Range(0, 440).Select(i => new string(' ', i * 2) + "- a")));

        Assert.Equal("text-too-complex", rendered.Problem!.Code);
    }

    [Fact(Timeout = Watchdog)]
    public async Task A_table_of_ten_thousand_columns_is_rendered_but_not_with_as_many_rows()
    {
        static string Row(string cell, int columns) => string.Concat(Enumerable.Repeat("|" + cell, columns)) + "|\n";

        var wide = await Renders(Row("a", 10_000) + Row("-", 10_000) + Row("b", 10_000));
        var filledIn = await Renders(Row("a", 2_000) + Row("-", 2_000) + string.Concat(Enumerable.Repeat("|b|\n", 2_000)));
        var quoted = await Renders("> " + Row("a", 2_000) + "> " + Row("-", 2_000) + string.Concat(Enumerable.Repeat("> |b|\n", 2_000)));

        Assert.Null(wide.Problem);
        Assert.Equal("text-too-complex", filledIn.Problem!.Code);
        Assert.Equal("text-too-complex", quoted.Problem!.Code);
    }

    [Fact(Timeout = Watchdog)]
    public async Task One_long_target_used_ten_thousand_times_is_refused()
    {
        var rendered = await Renders($"[a]: /{new string('u', 10_000)}\n\n" + string.Concat(Enumerable.Repeat("[a] ", 10_000)));

        Assert.Equal("text-too-complex", rendered.Problem!.Code);
    }

    [Fact(Timeout = Watchdog)]
    public async Task Code_runs_of_growing_length_end() =>
        await Renders(string.Join("a", Enumerable.Range(1, 600).Select(i => new string('`', i))));

    [Fact(Timeout = Watchdog)]
    public async Task A_refused_text_is_still_readable_and_harmless()
    {
        var rendered = await Renders(new string('[', 199_000) + "<script>");

        Assert.Equal("text-too-complex", rendered.Problem!.Code);
        Assert.EndsWith("&lt;script&gt;</pre>", rendered.Html, StringComparison.Ordinal);
    }

    [Fact(Timeout = Watchdog)]
    public async Task A_long_ordinary_post_is_no_problem()
    {
        var rendered = await Renders(string.Concat(Enumerable.Repeat("Some *words* with [a link](https://x.example/a) and a|pipe, array[i].\n\n- one\n  - two\n\n", 350)));

        Assert.Null(rendered.Problem);
    }

    private static Task<RenderedMarkdown> Renders(string source)
    {
        var done = new TaskCompletionSource<RenderedMarkdown>();
        var thread = new Thread(() =>
        {
            try
            {
                MarkdownRenderer.FindReferences(source);
                done.SetResult(MarkdownRenderer.Render(source, MarkdownOptions.Post.WithHandles(["aki"])));
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        }, SmallStack)
        { IsBackground = true };
        thread.Start();
        return done.Task;
    }
}
