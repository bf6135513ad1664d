using AngleSharp.Dom;
using Community.Shared;
using Community.Shared.Markdown;
using Community.Tests.Shared.Markdown;

namespace Community.Tests.Shared.Text;

/// <summary>Every post of a real site, turned into Markdown and rendered, against the HTML that it came from.</summary>
public sealed class StackExchangeHtmlTests(ITestOutputHelper output)
{
    private static readonly Dictionary<long, string> Exceptions = new()
    {
        [497] = "the address http://%20http://… leads nowhere, so its words come without a link",
    };

    [Fact]
    public void A_post_keeps_its_words_and_its_tree()
    {
        var rows = SharedData.Lines("forum-stackexchange/coffee.stackexchange.jsonl");
        var differ = new List<(long Id, string What)>();

        foreach (var row in rows)
        {
            var source = Page.Parse(row.Text("html"));
            var ours = Page.Parse(MarkdownRenderer.Render(HtmlToMarkdown.Convert(row.Text("html")), MarkdownOptions.Post).Html);
            foreach (var hint in ours.QuerySelectorAll("small.host").ToList())
            {
                // Ours alone, with the space before it: tells where a link leads whose words name another place.
                hint.PreviousSibling?.RemoveFromParent();
                hint.Remove();
            }

            foreach (var (expected, found) in new[] { (HtmlTree.Words(source), HtmlTree.Words(ours)), (HtmlTree.Tree(source), HtmlTree.Tree(ours)) })
            {
                if (expected == found)
                    continue;
                var at = found.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
                differ.Add((row.GetProperty("id").GetInt64(), $"{Part(found, at)} ≠ {Part(expected, at)}"));
            }
        }

        output.WriteLine(string.Join('\n', differ.Select(d => $"{d.Id}: {d.What}")));
        Assert.Equal(Exceptions.Keys.Order(), differ.Select(d => d.Id).Distinct().Order());
    }

    private static string Part(string text, int at) => "…" + text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 60)];
}
