using System.Globalization;
using System.Text;

namespace Community.Shared;

/// <summary>Text as readers count it: by grapheme clusters (UAX #29), and by those that can be seen.</summary>
public static class Graphemes
{
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty; rest = rest[StringInfo.GetNextTextElementLength(rest)..])
            count++;
        return count;
    }

    /// <summary>Graphemes that leave a mark: no white space, controls, zero-width, bidi or other default-ignorable characters, nor blanks that only look like letters.</summary>
    public static int CountVisible(string text) => Visible(text).Count();

    /// <summary>The UTF-16 length of the first <paramref name="count"/> graphemes, or all of <paramref name="text"/>.</summary>
    public static int LengthOf(ReadOnlySpan<char> text, int count)
    {
        var length = 0;
        while (count-- > 0 && length < text.Length)
            length += StringInfo.GetNextTextElementLength(text[length..]);
        return length;
    }

    internal static IEnumerable<string> Visible(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (IsVisible(text.AsSpan(at, length)))
                yield return text.Substring(at, length);
            at += length;
        }
    }

    /// <summary>Characters that show nothing of themselves (Unicode Default_Ignorable_Code_Point, and the braille blank).</summary>
    internal static bool IsIgnorable(Rune rune) => rune.Value is 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or >= 0x180B and <= 0x180F
        or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F or 0x2800 or 0x3164 or >= 0xFE00 and <= 0xFE0F or 0xFEFF or 0xFFA0
        or >= 0xFFF0 and <= 0xFFF8 or >= 0x1BCA0 and <= 0x1BCA3 or >= 0x1D173 and <= 0x1D17A or >= 0xE0000 and <= 0xE0FFF;

    private static bool IsVisible(ReadOnlySpan<char> grapheme)
    {
        foreach (var rune in grapheme.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !IsIgnorable(rune))
                return true;
        }

        return false;
    }
}
