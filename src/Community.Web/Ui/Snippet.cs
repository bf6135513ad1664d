using System.Globalization;
using System.Net;
using System.Text;

namespace Community.Web.Ui;

/// <summary>The beginning of a rendered text as plain words.</summary>
public static class Snippet
{
    /// <param name="html">What the renderer made, so tags are well formed.</param>
    /// <param name="length">How many characters, as a reader counts them, it may have at most.</param>
    public static string Of(string html, int length)
    {
        var words = new StringBuilder();
        var inTag = false;
        foreach (var c in html)
        {
            if (c is '<' or '>')
                (inTag, _) = (c == '<', c == '<' ? words.Append(' ') : words);
            else if (!inTag)
                words.Append(c);
            // Entities and blanks shrink; far enough is far enough.
            if (words.Length > 8 * length)
                break;
        }

        var plain = string.Join(' ', WebUtility.HtmlDecode(words.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var ends = StringInfo.ParseCombiningCharacters(plain);
        return ends.Length <= length ? plain : plain[..ends[length]].TrimEnd() + "…";
    }
}
