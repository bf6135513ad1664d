using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Shared;

/// <summary>
/// Turns HTML that another forum rendered (Discourse's "cooked" posts, or any plain article) back into our Markdown, so that rendering
/// it shows the same words. Previews become links, attributed quotes our quote tags; controls, avatars and scripts are left out.
/// </summary>
public static class HtmlToMarkdown
{
    private const int MaxDepth = 60;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "blockquote", "aside", "article", "section", "header", "footer", "main", "nav", "figure", "figcaption", "ul", "ol", "li", "dl", "dt", "dd", "pre",
        "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "summary", "video", "audio", "iframe", "center", "fieldset", "form", "address",
    };

    /// <summary>
    /// The Markdown of <paramref name="html"/>. Relative addresses are resolved against <paramref name="site"/> where given. Never throws
    /// for its content; what is nested too deep comes as plain text.
    /// </summary>
    public static string Convert(string html, Uri? site = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
        return string.Join("\n\n", Read(body, new InlineMarkdown(site), 0));
    }

    private static List<string> Read(INode parent, InlineMarkdown inline, int depth)
    {
        var blocks = new List<string>();
        if (depth > MaxDepth)
            return Paragraph(blocks, MarkdownEscape.Text(InlineMarkdown.DeepText(parent), '\n'));

        var run = new List<INode>();
        var lists = new ListMarks();
        foreach (var child in parent.ChildNodes)
        {
            lists.Meet(child);
            if (child is IElement element && (Blocks.Contains(element.LocalName) || element.Children.Length > 0 && element.LocalName != "svg" && element.QuerySelector("p,div:not(.meta),blockquote,ul,ol,pre,table") is not null))
            {
                Flush(blocks, run, inline, depth);
                blocks.AddRange(Block(element, inline, depth + 1, lists.IsOther));
            }
            else
            {
                run.Add(child);
            }
        }

        Flush(blocks, run, inline, depth);
        return blocks;
    }

    private static void Flush(List<string> blocks, List<INode> run, InlineMarkdown inline, int depth)
    {
        if (run.Count > 0)
            Paragraph(blocks, inline.Of(run, depth));
        run.Clear();
    }

    private static List<string> Paragraph(List<string> blocks, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries).Select(MarkdownEscape.LineStart);
        var paragraph = string.Join('\n', lines).Trim('\n');
        if (paragraph.Length > 0)
            blocks.Add(paragraph);
        return blocks;
    }

    private static List<string> Block(IElement element, InlineMarkdown inline, int depth, bool otherMark)
    {
        if (InlineMarkdown.IsLeftOut(element))
            return [];

        switch (element.LocalName)
        {
            case "pre":
                return [Code(element)];
            case "hr":
                return ["---"];
            case "ul" or "ol":
                return [List(element, inline, depth, otherMark)];
            case "table":
                return TableMarkdown.Of(element, inline, depth) is { Length: > 0 } table ? [table] : [];
            case "aside" when element.ClassList.Contains("quote"):
                return [Quote(element, inline, depth)];
            case "blockquote":
                return [Prefix(string.Join("\n\n", Read(element, inline, depth)), "> ", "> ")];
            case "video" or "audio" or "iframe":
                return inline.Embedded(element) is { } embedded ? [embedded] : [];
            case "summary":
                return [$"**{inline.Of(element.ChildNodes, depth).ReplaceLineEndings(" ").Trim()}**"];
            case ['h', >= '1' and <= '6' and var level]:
                var heading = inline.Of(element.ChildNodes, depth).ReplaceLineEndings(" ").Trim();
                return heading.Length == 0 ? [] : [$"{new string('#', level - '0')} {(heading[^1] == '#' ? heading[..^1] + "\\#" : heading)}"];
            case "aside" or "div" when element.ClassList.Contains("onebox") && inline.Preview(element) is { } preview:
                return [preview];
            case "div" when element.GetAttribute("data-youtube-id") is { Length: > 0 } video:
                return [$"https://www.youtube.com/watch?v={Uri.EscapeDataString(video)}"];
            default:
                return Read(element, inline, depth);
        }
    }

    private static string Code(IElement pre)
    {
        var text = pre.TextContent.ReplaceLineEndings("\n").TrimEnd('\n');
        var language = pre.QuerySelector("code")?.ClassList.FirstOrDefault(name => name.StartsWith("lang", StringComparison.Ordinal) && name.Contains('-', StringComparison.Ordinal));
        language = language?[(language.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var fence = new string('`', Math.Max(3, MarkdownEscape.LongestRun(text, '`') + 1));
        return $"{fence}{(language is "auto" or "nohighlight" or "plaintext" ? "" : language)}\n{text}\n{fence}";
    }

    private static string List(IElement list, InlineMarkdown inline, int depth, bool otherMark)
    {
        var ordered = list.LocalName == "ol";
        var number = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) && start is >= 0 and < 900_000_000 ? start : 1;
        var items = new StringBuilder();
        foreach (var item in list.ChildNodes.Where(child => child is IElement || !string.IsNullOrWhiteSpace(child.TextContent)))
        {
            var mark = ordered ? $"{number++.ToString(CultureInfo.InvariantCulture)}{(otherMark ? ')' : '.')} " : otherMark ? "* " : "- ";
            var blocks = item is IElement { LocalName: "li" } ? Read(item, inline, depth) : [inline.Of([item], depth).Trim()];
            var tight = blocks.Count < 2 || item is IElement own && own.Children.All(child => child.LocalName != "p");
            var text = string.Join(tight ? "\n" : "\n\n", blocks);
            items.Append(Prefix(text, mark, new string(' ', mark.Length)).TrimEnd(' ')).Append('\n');
        }

        return items.ToString().TrimEnd('\n');
    }

    private static string Quote(IElement aside, InlineMarkdown inline, int depth)
    {
        var title = aside.QuerySelector(".title");
        var name = aside.GetAttribute("data-username") ?? title?.TextContent.Trim().TrimEnd(':') ?? "";
        name = string.Concat(name.Where(c => c is not ('"' or ']' or '[' or ',') && !char.IsControl(c))).Trim();
        var origin = new StringBuilder(name);
        foreach (var (part, attribute) in new[] { ("post", "data-post"), ("topic", "data-topic") })
        {
            if (int.TryParse(aside.GetAttribute(attribute), CultureInfo.InvariantCulture, out var number))
                origin.Append(CultureInfo.InvariantCulture, $", {part}:{number}");
        }

        var content = aside.QuerySelector("blockquote") is { } quoted ? Read(quoted, inline, depth) : [];
        var tag = origin.Length == 0 ? "[quote]" : $"[quote=\"{origin.ToString().TrimStart(',', ' ')}\"]";
        return $"{tag}\n{string.Join("\n\n", content)}\n[/quote]";
    }

    /// <summary>A list right after another one of its kind would join it: the mark differs.</summary>
    private struct ListMarks
    {
        private string? before;

        public bool IsOther { get; private set; }

        public void Meet(INode node)
        {
            if (node is not IElement element)
                return;
            IsOther = element.LocalName == before && !IsOther;
            before = element.LocalName;
        }
    }

    private static string Prefix(string text, string first, string others) =>
        first + string.Join('\n', text.Split('\n').Select((line, i) => i == 0 ? line : line.Length == 0 ? others.TrimEnd() : others + line));
}
