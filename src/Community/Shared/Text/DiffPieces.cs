using System.Globalization;
using Community.Shared.Markdown;

namespace Community.Shared;

/// <summary>Cuts a text into what is compared: words, runs of white space within a line, and single characters of scripts without spaces. Joined, the pieces are the text.</summary>
internal static class DiffPieces
{
    public static string[] Of(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var length = Length(text.AsSpan(start));
            pieces.Add(text.Substring(start, length));
            start += length;
        }

        return [.. pieces];
    }

    /// <summary>Lines with their line break.</summary>
    public static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private static int Length(ReadOnlySpan<char> rest)
    {
        var length = StringInfo.GetNextTextElementLength(rest);
        if (rest[0] is ' ' or '\t' or '\u3000')
        {
            while (length < rest.Length && rest[length] is ' ' or '\t' or '\u3000')
                length++;
        }
        else if (IsWord(rest[0]))
        {
            while (length < rest.Length && IsWord(rest[length]))
                length += StringInfo.GetNextTextElementLength(rest[length..]);
        }

        return length;
    }

    private static bool IsWord(char c) => (char.IsLetterOrDigit(c) || c == '_') && !Scripts.IsJapanese(c) && !char.IsSurrogate(c);
}
