using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Community.Shared.Markdown;

namespace Community.Tests.Shared.Markdown;

/// <summary>250 real posts beside what cmark-gfm makes of them. Not equal by design: our headings, line breaks, emoji, quotes, attributes.</summary>
public sealed partial class ForumPostTests(ITestOutputHelper output)
{
    private const string OmittedHtml = "<!-- raw HTML omitted -->";

    [GeneratedRegex(":[a-z0-9_+-]+:")]
    private static partial Regex Emoji();

    [Fact]
    public void Real_posts_have_the_structure_that_GitHub_gives_them()
    {
        var posts = SharedData.Lines("markdown/forum_posts_cmark_gfm.jsonl");
        var differ = new List<string>();
        var rawHtml = 0;

        foreach (var post in posts)
        {
            var ours = Shape(MarkdownRenderer.Render(post.Text("markdown"), MarkdownOptions.Post).Html);
            var theirs = Shape(Emoji().Replace(post.Text("cmark_gfm_html"), found => EmojiParser.Find(found.ValueSpan[1..^1]) ?? found.Value));
            if (ours == theirs)
                continue;

            var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
            if (post.Text("cmark_gfm_html").Contains(OmittedHtml, StringComparison.Ordinal))
                rawHtml++;
            else
                differ.Add($"{post.GetProperty("id")}: …{Part(ours, at)} ≠ {Part(theirs, at)}");
        }

        output.WriteLine($"{posts.Count - differ.Count - rawHtml} of {posts.Count} equal, {rawHtml} show HTML that GitHub leaves out, {differ.Count} differ otherwise\n{string.Join('\n', differ)}");
        Assert.True(differ.Count <= 3);
    }

    private static string Part(string text, int at) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 60)];

    // Elements that both have, in order, with their text.
    private static string Shape(string html)
    {
        var body = Page.Parse(html);
        foreach (var element in body.QuerySelectorAll("small.host, br, input").ToList())
            element.Replace(element.Owner!.CreateTextNode(" "));
        foreach (var element in body.QuerySelectorAll("div.scroll, bdi, label, a").ToList())
            element.Replace([.. element.ChildNodes]);
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
            heading.Replace([heading.Owner!.CreateTextNode("¶"), .. heading.ChildNodes]);
        foreach (var picture in body.QuerySelectorAll("img").ToList())
            picture.Replace(picture.Owner!.CreateTextNode("▣"));
        return string.Concat(Walk(body)).Replace(" ", "", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                yield return string.Join(' ', text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                continue;
            }

            yield return $"<{child.NodeName.ToLowerInvariant()}>";
            foreach (var part in Walk(child))
                yield return part;
            yield return "</>";
        }
    }
}
