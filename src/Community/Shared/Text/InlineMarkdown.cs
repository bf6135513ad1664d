using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Community.Shared.Markdown;

namespace Community.Shared;

/// <summary>Markdown of what stands within a line; br is a line break, as our renderer reads it.</summary>
internal sealed class InlineMarkdown(Uri? site)
{
    private const int MaxDepth = 80;

    public static bool IsLeftOut(IElement element) =>
        element.LocalName is "script" or "style" or "svg" or "template" or "noscript" or "head" or "object" or "button" or "input" or "textarea" or "select"
        || element.ClassList.Contains("meta") || element.ClassList.Contains("quote-controls") || element.ClassList.Contains("avatar") || element.ClassList.Contains("site-icon") || element.ClassList.Contains("anchor");

    public string Of(IEnumerable<INode> nodes, int depth)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
            Append(node, text, depth);
        return text.ToString();
    }

    /// <summary>The link that a preview was made of.</summary>
    public string? Preview(IElement onebox)
    {
        var link = onebox.QuerySelector("h3 a[href], h4 a[href]") ?? onebox.QuerySelector("header a[href], a[href]");
        return link is null ? Embedded(onebox) : Link(link.TextContent, link.GetAttribute("href"));
    }

    public string? Embedded(IElement element) =>
        Address(element.GetAttribute("src") ?? element.QuerySelector("source[src]")?.GetAttribute("src")) is { } address ? $"<{address}>" : null;

    /// <summary>The words below <paramref name="node"/>, however deep.</summary>
    public static string DeepText(INode node)
    {
        var text = new StringBuilder();
        for (var next = node.FirstChild; next is not null;)
        {
            if (next is IText words)
                text.Append(words.Data).Append(' ');
            if (next.FirstChild is { } child)
            {
                next = child;
                continue;
            }

            while (next is not null && next != node && next.NextSibling is null)
                next = next.Parent;
            next = next is null || next == node ? null : next.NextSibling;
        }

        return text.ToString();
    }

    private void Append(INode node, StringBuilder text, int depth)
    {
        var last = text.Length > 0 ? text[^1] : '\n';
        if (node is IText words)
        {
            text.Append(MarkdownEscape.Text(words.Data, last));
            return;
        }

        if (node is not IElement element || IsLeftOut(element))
            return;
        if (depth > MaxDepth)
        {
            text.Append(MarkdownEscape.Text(DeepText(element), last));
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                text.Append('\n');
                break;
            case "img":
                text.Append(Image(element));
                break;
            case "code" or "kbd" or "tt" or "samp":
                text.Append(Code(element.TextContent));
                break;
            case "a" when element.ClassList.Contains("mention"):
                text.Append(element.TextContent.Trim());
                break;
            case "a" when element.QuerySelector("img,code") is null:
                text.Append(Link(element.TextContent, element.GetAttribute("href")));
                break;
            case "a" when !element.ClassList.Contains("lightbox") && Address(element.GetAttribute("href")) is { } target && Linked(element, depth) is { } linked:
                text.Append(CultureInfo.InvariantCulture, $"[{linked}]({target})");
                break;
            case "em" or "i":
                Mark("*", element, text, depth);
                break;
            case "strong" or "b":
                Mark("**", element, text, depth);
                break;
            case "del" or "s" or "strike":
                Mark("~~", element, text, depth);
                break;
            case "span" when element.ClassList.Contains("bbcode-b"):
                Mark("**", element, text, depth);
                break;
            case "span" when element.ClassList.Contains("bbcode-i"):
                Mark("*", element, text, depth);
                break;
            default:
                foreach (var child in element.ChildNodes)
                    Append(child, text, depth + 1);
                break;
        }
    }

    private void Mark(string mark, IElement element, StringBuilder text, int depth)
    {
        var inner = new StringBuilder();
        foreach (var child in element.ChildNodes)
            Append(child, inner, depth + 1);

        var content = inner.ToString();
        var words = content.Trim();
        var before = text.Length > 0 ? text[^1] : '\n';
        var after = content.Length > 0 && char.IsWhiteSpace(content[^1]) ? ' ' : Following(element);
        if (content.Length > 0 && char.IsWhiteSpace(content[0]) && !char.IsWhiteSpace(before))
            text.Append(before = ' ');

        // CommonMark's flanking rule; where it would leave the marks as text, the words alone are better.
        var holds = words.Length > 0 && !words.Contains("\n\n", StringComparison.Ordinal) && words[0] != mark[0] && words[^1] != mark[0] && before != mark[0] && after != mark[0]
            && (!IsMark(words[0]) || !char.IsLetterOrDigit(before)) && (!IsMark(words[^1]) || !char.IsLetterOrDigit(after));
        text.Append(holds ? mark : "").Append(words).Append(holds ? mark : "");
        if (content.Length > words.Length && char.IsWhiteSpace(content[^1]))
            text.Append(content[^1]);
    }

    private static bool IsMark(char c) => !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c);

    private static char Following(INode node)
    {
        for (INode? at = node; at is not null and not IElement { LocalName: "p" or "li" or "td" or "body" or "div" }; at = at.Parent)
        {
            if (at.NextSibling is not { } next)
                continue;
            return next is IElement { LocalName: "em" or "i" or "strong" or "b" } ? '*' : next is IText { Data.Length: > 0 } words ? words.Data[0] : ' ';
        }

        return ' ';
    }

    // A picture or code that leads somewhere, with the words beside it.
    private string? Linked(IElement link, int depth)
    {
        if (link.QuerySelector("a") is not null)
            return null;
        var inner = new StringBuilder();
        foreach (var child in link.ChildNodes)
            Append(child, inner, depth + 1);
        var content = inner.ToString().ReplaceLineEndings(" ").Trim();
        return content.Length > 0 ? content : null;
    }

    private static string Code(string code)
    {
        code = code.ReplaceLineEndings(" ");
        if (string.IsNullOrWhiteSpace(code))
            return code;
        var fence = new string('`', MarkdownEscape.LongestRun(code, '`') + 1);
        var pad = code[0] == '`' || code[^1] == '`' || code[0] == ' ' && code[^1] == ' ' ? " " : "";
        return fence + pad + code + pad + fence;
    }

    private string Link(string words, string? href)
    {
        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var address = Address(href);
        if (address is null || words.Length == 0)
            return MarkdownEscape.Text(words, ' ');
        return words == address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"<{address}>" : $"[{Label(words)}]({address})";
    }

    // Addresses in a label would be links of their own to the parser's eye; escaping every special character keeps it whole.
    private static string Label(string words)
    {
        var label = new StringBuilder(words.Length + 8);
        foreach (var c in words)
            label.Append(c is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '~' or '&' or '@' or '|' || c == ':' && !words.Contains("://", StringComparison.Ordinal) ? "\\" : "").Append(c);
        return label.ToString();
    }

    private string Image(IElement image)
    {
        var alt = image.GetAttribute("alt") ?? "";
        if (image.ClassList.Contains("emoji"))
        {
            var shortcode = image.GetAttribute("title") ?? alt;
            return EmojiParser.Find(shortcode.Trim(':')) ?? MarkdownEscape.Text(alt, ' ');
        }

        if (Address(image.GetAttribute("src")) is not { } source)
            return MarkdownEscape.Text(alt, ' ');
        var sized = int.TryParse(image.GetAttribute("width"), CultureInfo.InvariantCulture, out var width) && int.TryParse(image.GetAttribute("height"), CultureInfo.InvariantCulture, out var height) && width > 0 && height > 0
            ? string.Create(CultureInfo.InvariantCulture, $"|{width}x{height}")
            : "";
        return $"![{Label(alt.Replace('|', ' ').ReplaceLineEndings(" "))}{sized}]({source})";
    }

    private string? Address(string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address) || address.Any(char.IsControl))
            return null;
        if (address.StartsWith("//", StringComparison.Ordinal))
            address = "https:" + address;
        else if (site is not null && !address.Contains("://", StringComparison.Ordinal) && !address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(site, address, out var whole))
            address = whole.AbsoluteUri;
        if (LinkPolicy.Judge(address, MarkdownOptions.Post) is null)
            return null;
        return address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
    }
}
