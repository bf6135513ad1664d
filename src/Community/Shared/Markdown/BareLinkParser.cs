using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>
/// Links addresses that stand bare in the text: GFM's rules, and for Japanese, which has no spaces, an end where the words begin
/// (<c>https://example.comを見て</c>). Markdig's own parser wants white space on both sides.
/// </summary>
internal sealed class BareLinkParser : InlineParser
{
    public BareLinkParser() => OpeningCharacters = ['h', 'H', 'w', 'W'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsAsciiLetterOrDigit(before) || before is '_' or '/' or '@' or '.' or '-')
            return false;

        var text = slice.AsSpan();
        var scheme = SchemeLength(text);
        if (scheme < 0)
            return false;

        var host = HostLength(text[scheme..], out var cut);
        if (host == 0)
            return false;

        var length = scheme + host;
        if (!cut)
            length = TrimEnd(text[..(length + TailLength(text[length..]))]);
        if (length <= scheme || !text[scheme..length].Contains('.') && !text[scheme..].StartsWith("localhost"))
            return false;

        var address = text[..length].ToString();
        processor.Inline = new LinkInline
        {
            Url = scheme == 0 ? "https://" + address : address,
            IsAutoLink = true,
            IsClosed = true,
        }.AppendChild(new LiteralInline(address) { IsClosed = true });
        slice.Start += length;
        return true;
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return 8;
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return 7;
        return text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 0 : -1;
    }

    private static int HostLength(ReadOnlySpan<char> text, out bool cut)
    {
        cut = false;
        var length = 0;
        var label = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_' or '.' or ':' or '@' or '%' || char.IsSurrogate(text[length]) || text[length] is '[' or ']' && length == 0))
        {
            if (text[length] == '.')
                label = length + 1;
            length++;
        }

        // "comを見て": a last label that starts in ASCII and turns Japanese ends where it turns.
        if (label < length && char.IsAsciiLetter(text[label]))
        {
            for (var i = label; i < length; i++)
            {
                if (Scripts.IsJapanese(text[i]))
                {
                    cut = true;
                    return i;
                }
            }
        }

        return length;
    }

    private static int TailLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('/' or '?' or '#'))
            return 0;

        var brackets = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '`' or '|' or '\\' || brackets < 0)
                return i;
            if (c > 0x7F && (Scripts.IsCjkPunctuation(c) || Scripts.IsJapanese(c) && char.IsAsciiLetterOrDigit(text[i - 1])))
                return i;
        }

        return text.Length;
    }

    // GFM: closing punctuation belongs to the sentence, a bracket that was not opened in the address to its surroundings.
    private static int TrimEnd(ReadOnlySpan<char> url)
    {
        var open = 0;
        foreach (var c in url)
            open += c == '(' ? 1 : c == ')' ? -1 : 0;

        var end = url.Length;
        while (end > 0)
        {
            var c = url[end - 1];
            if (c == ')' && open < 0)
                open++;
            else if (c == ';' && EntityStart(url[..end]) is var start and >= 0)
                end = start + 1;
            else if (!(c is '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or ';'))
                break;
            end--;
        }

        return end;
    }

    private static int EntityStart(ReadOnlySpan<char> url)
    {
        var i = url.Length - 2;
        while (i > 0 && char.IsAsciiLetterOrDigit(url[i]))
            i--;
        return i >= 0 && i < url.Length - 2 && url[i] == '&' ? i : -1;
    }
}
