using AngleSharp.Dom;
using Community.Shared;
using Community.Shared.Markdown;
using Community.Testing;
using Community.Tests.Shared.Markdown;

namespace Community.Tests.Shared.Text;

public sealed class HtmlToMarkdownTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("<p>a <em>b</em> <strong>c</strong><br>d</p><p>e</p>", "a *b* **c**\nd\n\ne")]
    [InlineData("<p>2 * 3 [x] _y_ # &lt;b&gt;</p><p># no</p><p>1. no</p><p>- no</p>", "2 \\* 3 \\[x\\] \\_y\\_ # \\<b>\n\n\\# no\n\n1\\. no\n\n\\- no")]
    [InlineData("<p>hi <a class=\"mention\" href=\"/u/aki\">@aki</a> <span class=\"mention\">@gone</span></p>", "hi @aki \\@gone")]
    [InlineData("<p>ok <img class=\"emoji\" title=\":smile:\" alt=\":smile:\" src=\"/e.png\"></p>", "ok 😄")]
    [InlineData("<pre><code class=\"lang-cpp\">a\n```\nb\n</code></pre>", "````cpp\na\n```\nb\n````")]
    [InlineData("<p><code>a`b</code></p>", "``a`b``")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", "- a\n  - b\n- c\n\n  d")]
    [InlineData("<ol start=\"3\"><li>a</li></ol><ol><li>b</li></ol>", "3. a\n\n1) b")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>", "| a | b |\n| --- | --- |\n| 1\\|2 |  |")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b")]
    [InlineData("<aside class=\"quote\" data-username=\"rin\" data-post=\"2\" data-topic=\"9\"><div class=\"title\">rin:</div><blockquote><p>a</p></blockquote></aside><p>b</p>", "[quote=\"rin, post:2, topic:9\"]\na\n[/quote]\n\nb")]
    [InlineData("<div class=\"lightbox-wrapper\"><a class=\"lightbox\" href=\"/o.png\"><img src=\"https://i.example/s.png\" alt=\"cat\" width=\"6\" height=\"5\"><div class=\"meta\"><span>cat</span></div></a></div>", "![cat|6x5](https://i.example/s.png)")]
    [InlineData("<p><a href=\"javascript:x\">a</a> <a href=\"https://x.example/(b)\">c</a></p><script>x</script>", "a [c](https://x.example/%28b%29)")]
    [InlineData("<aside class=\"onebox\"><header><a href=\"https://x.example/\">x</a></header><article><h3><a href=\"https://x.example/p\">Page</a></h3><p>About</p></article></aside>", "[Page](https://x.example/p)")]
    [InlineData("<p>https://x.example/a_b_c @ 10:30</p>", "https://x.example/a_b_c @ 10:30")]
    public void Cooked_html_becomes_the_markdown_a_member_would_write(string html, string markdown) => Assert.Equal(markdown, HtmlToMarkdown.Convert(html));

    [Fact(Timeout = 120_000)]
    public async Task However_many_lists_stand_in_a_row_their_marks_take_turns()
    {
        var html = string.Concat(Enumerable.Repeat("<ul><li>a</li></ul>", 20_000));

        var markdown = await Task.Run(() => HtmlToMarkdown.Convert(html));

        Assert.Equal(string.Join("\n\n", Enumerable.Range(0, 20_000).Select(n => n % 2 == 0 ? "- a" : "* a")), markdown);
    }

    [Fact]
    public void Relative_addresses_are_resolved() =>
        Assert.Equal("[a](https://old.example/t/1)", HtmlToMarkdown.Convert("<a href=\"/t/1\">a</a>", new Uri("https://old.example/x")));

    [Fact(Timeout = 120_000)]
    public async Task Depth_ends_as_text()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 2_000)) + "deep" + string.Concat(Enumerable.Repeat("<b>", 2_000)) + "er";
        string[] htmls = [deep, "<p>" + string.Concat(Enumerable.Repeat("<b><i>", 1_000)) + "deep" + "er", "<a href=/x>" + string.Concat(Enumerable.Repeat("<span>", 2_000)) + "deeper", string.Concat(Enumerable.Repeat("<ul><li>", 2_000)) + "deeper"];

        var converted = await Task.Run(() => htmls.Select(html => HtmlToMarkdown.Convert(html)).ToList(), TestContext.Current.CancellationToken);

        Assert.All(converted, markdown => Assert.Contains("deep", markdown, StringComparison.Ordinal));
        Assert.All(converted, markdown => Assert.Contains("er", markdown, StringComparison.Ordinal));
    }

    [Fact]
    public void Real_cooked_posts_keep_their_words()
    {
        var posts = Directory.GetFiles(TestData.Require("forum-urho3d-discourse/native"), "*.json")
            .SelectMany(file => SharedData.Json("forum-urho3d-discourse/native/" + Path.GetFileName(file)).GetProperty("post_stream").GetProperty("posts").EnumerateArray()).ToList();
        var differ = new List<string>();

        foreach (var post in posts)
        {
            var cooked = Words(WithoutFurniture(Page.Parse(post.Text("cooked"))));
            var rendered = MarkdownRenderer.Render(HtmlToMarkdown.Convert(post.Text("cooked")), MarkdownOptions.Post);
            var ours = Words(WithoutFurniture(Page.Parse(rendered.Html)));
            if (ours != cooked)
            {
                var at = ours.Zip(cooked).TakeWhile(pair => pair.First == pair.Second).Count();
                differ.Add($"{post.GetProperty("id")}: {Part(ours, at)} ≠ {Part(cooked, at)}");
            }
        }

        output.WriteLine($"{posts.Count - differ.Count} of {posts.Count} equal ({100.0 * (posts.Count - differ.Count) / posts.Count:F1} %)\n{string.Join('\n', differ)}");
        Assert.True(differ.Count <= posts.Count * 0.03);
    }

    private static string Part(string text, int at) => "…" + text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 40)];

    private static string Words(IElement body) => string.Concat(body.TextContent.Where(c => !char.IsWhiteSpace(c)));

    // Both sides without what is no word of the post: previews' bodies, captions of pictures, who is quoted, our host hints.
    private static IElement WithoutFurniture(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(".meta, svg, .quote > .title, .quote > header, small.host, .lightbox .informations").ToList())
            element.Remove();
        foreach (var emoji in body.QuerySelectorAll("img.emoji").ToList())
            emoji.Replace(emoji.Owner!.CreateTextNode(EmojiParser.Find((emoji.GetAttribute("title") ?? "").Trim(':')) ?? emoji.GetAttribute("alt") ?? ""));
        foreach (var preview in body.QuerySelectorAll("aside.onebox, div.onebox").ToList())
        {
            var link = preview.QuerySelector("h3 a, h4 a") ?? preview.QuerySelector("header a, a");
            preview.Replace(preview.Owner!.CreateTextNode(link?.TextContent ?? preview.QuerySelector("source")?.GetAttribute("src") ?? ""));
        }

        return body;
    }
}
