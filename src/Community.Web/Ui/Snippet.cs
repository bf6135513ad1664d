using System.Globalization;
using System.Net;
using System.Text;

namespace Community.Web.Ui;

/// <summary>The beginning of a rendered text as plain words.</summary>
public static class Snippet
{
    private const char FirstOfEastAsia = '\u2e80';
    private const int LongestWord = 30;

    /// <param name="html">What the renderer made, so tags are well formed.</param>
    /// <param name="length">How many characters, as a reader counts them, it may have at most.</param>
    public static string Of(string html, int length)
    {
        var words = new StringBuilder();
        var inTag = false;
        for (var at = 0; at < html.Length; at++)
        {
            var c = html[at];
            if (c is '<' or '>')
                inTag = c == '<';
            else if (!inTag)
                words.Append(c);
            if (c == '<' && !IsInline(html.AsSpan(at + 1)))
                words.Append(' ');
            // Entities and blanks shrink; far enough is far enough.
            if (words.Length > 8 * length)
                break;
        }

        var plain = string.Join(' ', WebUtility.HtmlDecode(words.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var ends = StringInfo.ParseCombiningCharacters(plain);
        return ends.Length <= length ? plain : plain[..WordEnd(plain, ends[length])].TrimEnd() + "…";
    }

    // What stands within a line parts no words.
    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAny(' ', '>', '/');
        return (end < 0 ? tag : tag[..end]) is "a" or "b" or "code" or "del" or "em" or "i" or "ins" or "kbd" or "mark" or "s" or "span" or "strong" or "sub" or "sup";
    }

    // Back to the end of the last whole word, where words have blanks between them; a word without end is cut where it must be.
    private static int WordEnd(string plain, int end)
    {
        var cut = end;
        while (cut > 0 && end - cut <= LongestWord && !Parts(plain[cut]) && !Parts(plain[cut - 1]))
            cut--;
        return cut > 0 && end - cut <= LongestWord ? cut : end;
    }

    // A blank, or a sign of the scripts that break anywhere.
    private static bool Parts(char c) => char.IsWhiteSpace(c) || c >= FirstOfEastAsia;
}
