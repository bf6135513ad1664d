using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

public sealed class CommonMarkTests(ITestOutputHelper output)
{
    private static readonly string[] HtmlSections = ["HTML blocks", "Raw HTML"];

    [Fact]
    public void The_specification_holds_but_for_raw_HTML()
    {
        var plain = MarkdownOptions.Post with { Dialect = Dialect.Plain };
        var examples = SharedData.Json("markdown/commonmark-0.31.2.json").EnumerateArray().ToList();

        var judged = examples.Select(example => (
            Section: example.Text("section"),
            Number: example.GetProperty("number").GetInt32(),
            UsesHtml: UsesRawHtml(example.Text("html"), MarkdownRenderer.Render(example.Text("markdown"), plain).Html),
            Holds: Normal(MarkdownRenderer.Render(example.Text("markdown"), plain).Html) == Normal(example.Text("html")))).ToList();

        var markdown = judged.Where(example => !HtmlSections.Contains(example.Section)).ToList();
        output.WriteLine($"all {judged.Count(example => example.Holds)}/{judged.Count}; without the HTML sections {markdown.Count(example => example.Holds)}/{markdown.Count}; fail: {string.Join(' ', markdown.Where(example => !example.Holds).Select(example => $"{example.Number}{(example.UsesHtml ? "(html)" : "")}"))}");
        Assert.True(markdown.Count(example => example.Holds) >= 570);
        Assert.All(markdown.Where(example => !example.Holds), example => Assert.True(example.UsesHtml, $"example {example.Number}"));
    }

    // As the specification's own runner: line breaks between tags mean nothing.
    private static string Normal(string html) => html.Replace(">\n<", "><", StringComparison.Ordinal);

    // Raw HTML that is expected to come through as it was typed, and which we show as text.
    private static bool UsesRawHtml(string expected, string actual) =>
        expected.Length > 0 && actual.Contains("&lt;", StringComparison.Ordinal) && expected.Split("&lt;").Length < actual.Split("&lt;").Length;
}
