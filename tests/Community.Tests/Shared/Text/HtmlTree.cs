using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Community.Tests.Shared.Text;

/// <summary>What must outlive a change of markup: the words, and the tree of headings, lists, code, quotes, links and images.</summary>
internal static partial class HtmlTree
{
    private static readonly HashSet<string> Kept = ["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "code", "blockquote", "a", "img"];
    private static readonly HashSet<string> Apart = ["p", "div", "br", "hr", "table", "tr", "td", "th", "dt", "dd", .. Kept.Except(["a", "img", "code"])];

    public static string Words(IElement body)
    {
        var words = new StringBuilder();
        Read(body, words);
        return Space().Replace(words.ToString(), " ").Trim();
    }

    /// <summary>Headings by how deep they stand below others: ours begin below those of the page.</summary>
    public static string Tree(IElement body) => Tree(body, new Stack<char>());

    private static string Tree(IElement element, Stack<char> outline)
    {
        var name = element.LocalName;
        if (name is ['h', >= '1' and <= '6' and var level])
        {
            while (outline.TryPeek(out var above) && above >= level)
                outline.Pop();
            name = "heading " + outline.Count;
            outline.Push(level);
        }

        var below = string.Concat(element.Children.Select(child => Tree(child, outline)));
        if (!Kept.Contains(element.LocalName) || element.LocalName == "a" && !element.HasAttribute("href"))
            return below;
        var address = element.GetAttribute("href") ?? element.GetAttribute("src");
        return $"<{name}{(address is null ? "" : " " + Same(address.Trim()))}>{below}</>";
    }

    private static void Read(INode node, StringBuilder words)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                words.Append(text.Data);
            var isApart = child is IElement element && Apart.Contains(element.LocalName);
            words.Append(isApart ? " " : "");
            Read(child, words);
            words.Append(isApart ? " " : "");
        }
    }

    // Two spellings of one address are one.
    private static string Same(string address) => address.StartsWith("//", StringComparison.Ordinal) ? Same("https:" + address) : Uri.TryCreate(address, UriKind.Absolute, out var whole) ? Uri.UnescapeDataString(whole.AbsoluteUri) : address;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
