using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

public sealed class MarkdownSafetyTests(ITestOutputHelper output)
{
    private static readonly MarkdownOptions Options = MarkdownOptions.Post with { FindHandle = handle => handle, FindQuoted = _ => new QuotedPost(1, "<img src=x onerror=alert(1)>") };

    // The payload as it is, and where a member could smuggle it in.
    private static readonly string[] Places =
    [
        "{0}", "a {0} b", "[a]({0})", "[a](<{0}>)", "![a]({0})", "![{0}](https://x.example/a.png)", "[{0}](https://x.example)", "[a](https://x.example \"{0}\")", "[a]: {0}\n\n[a]", "<{0}>",
        "```{0}\nx\n```", "|{0}|\n|-|\n|{0}|", "# {0}", "- [ ] {0}", "[quote=\"{0}, post:1, topic:2\"]{0}[/quote]", "> {0}", "https://x.example/{0}", "https://{0}", "@{0}", ":{0}:", "`{0}`", "**{0}**",
    ];

    [Theory]
    [InlineData("dompurify")]
    [InlineData("htmlsanitizer")]
    [InlineData("patt")]
    public void Nothing_but_the_allowed_comes_out_of_payloads(string list)
    {
        var payloads = SharedData.Lines($"xss-sanitizer/{list}.jsonl").Select(row => row.Text("payload")).ToList();

        foreach (var payload in payloads)
            Assert.All(Places, place => AssertSafe(place.Replace("{0}", payload, StringComparison.Ordinal)));

        output.WriteLine($"{payloads.Count} payloads in {Places.Length} places");
    }

    [Fact]
    public void Markdown_vectors_are_harmless() =>
        Assert.All(SharedData.Lines("xss-sanitizer/markdown_xss.jsonl"), row => AssertSafe(row.Text("markdown")));

    [Fact]
    public void Payloads_are_shown_as_they_were_typed()
    {
        var payloads = SharedData.Lines("xss-sanitizer/patt.jsonl").Select(row => row.Text("payload").Trim()).Where(payload => payload.StartsWith('<') && !payload.Contains('\n')).ToList();

        var changed = payloads.Where(payload => Page.Parse(MarkdownRenderer.Render($"```\n{payload}\n```", Options).Html).TextContent is var shown && Folded(shown) != Folded(payload)).ToList();

        Assert.Empty(changed);
    }

    [Fact]
    public void Naughty_strings_come_back_as_text()
    {
        var strings = SharedData.Lines("naughty-strings/blns.jsonl").Select(row => row.Text("text")).ToList();

        var changed = strings.Where(text => TextOf(text) != Folded(text)).ToList();

        output.WriteLine($"{strings.Count - changed.Count} of {strings.Count} come back; changed: {string.Join(" ¦ ", changed)}");
        Assert.All(strings, text => AssertSafe(text));
        Assert.All(changed, text => Assert.True(text.AsSpan().IndexOfAny("\\*_`[]#&<>-+:~|") >= 0, $"changed without markup: {text}"));
        Assert.All(strings.Where(text => !text.Contains("```", StringComparison.Ordinal)), text => Assert.Equal(
            Folded(text), Folded(Page.Parse(MarkdownRenderer.Render($"```\n{text}\n```", Options).Html).TextContent)));
    }

    [Fact]
    public void Markup_thrown_together_at_random_is_rendered_and_harmless()
    {
        string[] pieces =
        [
            "*", "**", "_", "~~", "`", "```", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "# ", "===", "---", "|", "|-|-|\n", "[", "]", "(", ")", "![", "](", "[a]: ", "<", ">", "<b>", "&amp;", "&#", "\\",
            "[ ] ", "[x]", "[quote]", "[quote=7]", "[quote=\"a, post:1, topic:2\"]", "[/quote]", "@aki", "@", ":smile:", ":", "https://x.example/", "www.a.b", "javascript:", "/media/1", "日本", "、", " ", "a", "\u202E", "\0", "\uD83D", "\uFFFD", "\"", "&#xD83D;", "&#0;", "xn--a", "https://",
        ];
        var random = new Random(20_261_121);

        for (var i = 0; i < 4_000; i++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(2, 40)).Select(_ => pieces[random.Next(pieces.Length)]));

            Page.AssertSafe(MarkdownRenderer.Render(source, Options).Html);
            MarkdownRenderer.FindReferences(source);
        }
    }

    private static string TextOf(string source) => Folded(Page.Parse(MarkdownRenderer.Render(source, MarkdownOptions.Post).Html).TextContent);

    private static string Folded(string text) => string.Join(' ', text.Replace('\0', '\uFFFD').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void AssertSafe(string source)
    {
        Page.AssertSafe(MarkdownRenderer.Render(source, Options).Html);
        Page.AssertSafe(MarkdownRenderer.Render(source, Options with { ImagesAsLinks = true }).Html);
    }
}
