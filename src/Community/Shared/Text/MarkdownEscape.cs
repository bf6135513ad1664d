using System.Text;
using System.Text.RegularExpressions;
using Community.Shared.Markdown;

namespace Community.Shared;

/// <summary>Keeps words from being read as markup.</summary>
internal static partial class MarkdownEscape
{
    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^([0-9]{1,9})([.)])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    /// <summary><paramref name="text"/> so that it is shown as it is; white space folded. Addresses stay whole.</summary>
    public static string Text(string text, char before)
    {
        var result = new StringBuilder(text.Length + 16);
        var from = 0;
        foreach (Match address in Address().Matches(text))
        {
            Words(text.AsSpan(from, address.Index - from), result, before);
            result.Append(address.ValueSpan);
            from = address.Index + address.Length;
        }

        Words(text.AsSpan(from), result, before);
        return result.ToString();
    }

    /// <summary>Plain text so that its lines are shown as they are.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => LineStart(Text(line, '\n').TrimEnd()))).Trim('\n');

    /// <summary>A line that no longer starts a list, heading, quote, rule or table.</summary>
    public static string LineStart(string line)
    {
        if (line.Length == 0)
            return line;
        if (line[0] is '#' or '>' or '-' or '+' or '=' or '|' or ':')
            return "\\" + line;
        return Numbered().Replace(line, "$1\\$2");
    }

    public static int LongestRun(string text, char c)
    {
        var (longest, run) = (0, 0);
        foreach (var next in text)
        {
            run = next == c ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static void Words(ReadOnlySpan<char> text, StringBuilder result, char before)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var last = result.Length > 0 ? result[^1] : before;
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (last is not (' ' or '\n'))
                    result.Append(' ');
                continue;
            }

            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            var special = c switch
            {
                '\\' or '*' or '`' or '[' or ']' or '<' or '~' => true,
                // Inside a word it means nothing, and names hold it.
                '_' => !char.IsLetterOrDigit(last) || !char.IsLetterOrDigit(next),
                '&' => next == '#' || char.IsAsciiLetter(next),
                '@' => char.IsAsciiLetterOrDigit(next) || next == '_',
                ':' => IsEmoji(text[(i + 1)..]),
                _ => false,
            };
            result.Append(special ? "\\" : "").Append(c);
        }
    }

    private static bool IsEmoji(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(':');
        return end > 0 && EmojiParser.Find(rest[..end]) is not null;
    }
}
