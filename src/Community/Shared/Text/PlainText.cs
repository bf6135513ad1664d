using System.Net;
using System.Text;

namespace Community.Shared;

/// <summary>What a post says, without markup.</summary>
public static class PlainText
{
    /// <summary>The words of HTML that the renderer made, a line for each block; what is quoted from another post is that post's.</summary>
    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = new StringBuilder(html.Length);
        var quotes = 0;
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            var end = open < 0 ? html.Length : open;
            if (quotes == 0)
                text.Append(html, at, end - at);
            if (open < 0)
                break;
            var close = html.IndexOf('>', open);
            if (close < 0)
                break;
            var tag = html.AsSpan(open + 1, close - open - 1);
            if (tag.StartsWith("blockquote class=\"quote\""))
                quotes++;
            else if (quotes > 0 && tag.StartsWith("blockquote"))
                quotes++;
            else if (quotes > 0 && tag.StartsWith("/blockquote"))
                quotes--;
            else if (quotes == 0 && IsBlock(tag))
                EndLine(text);
            at = close + 1;
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static bool IsBlock(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = name.IndexOfAny(' ', '/');
        return (end < 0 ? name : name[..end]) is "p" or "br" or "li" or "ul" or "ol" or "pre" or "div" or "table" or "tr" or "td" or "th" or "blockquote" or "hr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "dd";
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }
}
