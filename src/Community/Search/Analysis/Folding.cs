using System.Globalization;
using System.Text;

namespace Community.Search.Analysis;

internal enum Script
{
    None,

    /// <summary>Words with spaces between them.</summary>
    Spaced,
    Digits,

    /// <summary>Kanji, kana, and other scripts that put no spaces between words.</summary>
    Unspaced,
}

/// <summary>A folded character and where it came from.</summary>
internal readonly record struct Folded(Rune Rune, int Start, int Length, Script Script);

/// <summary>One character of a text at a time: width, case, accents and kana made equal.</summary>
internal static class Folding
{
    private const int KatakanaToHiragana = 0x60;
    private const string SmallKana = "ぁぃぅぇぉっゃゅょゎゕゖ";
    private const string LargeKana = "あいうえおつやゆよわかけ";

    /// <summary>The letters, digits and marks of a text. Everything else comes as one blank, which ends a word.</summary>
    public static void Fold(ReadOnlySpan<char> text, List<Folded> into)
    {
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c < 0x80)
            {
                into.Add(new Folded(new Rune(char.ToLowerInvariant(c)), at, 1, char.IsAsciiLetter(c) ? Script.Spaced : char.IsAsciiDigit(c) ? Script.Digits : Script.None));
                at++;
            }
            else if (c == '’')
            {
                into.Add(new Folded(new Rune('\''), at++, 1, Script.None));
            }
            else if (IsPlain(c) && (at + 1 == text.Length || !IsMark(text[at + 1])))
            {
                into.Add(new Folded(new Rune(Kana(c)), at, 1, Script.Unspaced));
                at++;
            }
            else
            {
                var length = StringInfo.GetNextTextElementLength(text[at..]);
                Element(text.Slice(at, length), at, into);
                at += length;
            }
        }
    }

    // Most of Japanese: nothing to normalise but the kana.
    private static bool IsPlain(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or 'ー' or >= '\u4E00' and <= '\u9FFF' or '々';

    private static bool IsMark(char c) => c is '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F' or >= '\uFE00' and <= '\uFE0F' or >= '\uDB40' and <= '\uDB43';

    private static void Element(ReadOnlySpan<char> element, int start, List<Folded> into)
    {
        var whole = new StringBuilder(element.Length);
        foreach (var rune in element.EnumerateRunes())
        {
            // Half of a pair cannot be normalised, nor what is no character; selectors of glyphs say nothing.
            if (rune != Rune.ReplacementChar && rune.Value is not (0xFFFE or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF))
                whole.Append(rune.ToString());
        }

        var before = into.Count;
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            foreach (var letter in WithoutAccent(rune).EnumerateRunes())
            {
                var kana = letter.IsBmp ? new Rune(Kana((char)letter.Value)) : letter;
                if (ScriptOf(kana) is var script && script != Script.None)
                    into.Add(new Folded(kana, start, element.Length, script));
            }
        }

        if (into.Count == before)
            into.Add(new Folded(new Rune(' '), start, element.Length, Script.None));
    }

    private static char Kana(char c)
    {
        if (c is >= '\u30A1' and <= '\u30F6')
            c = (char)(c - KatakanaToHiragana);
        return c is >= '\u3041' and <= '\u3096' && SmallKana.IndexOf(c) is >= 0 and var small ? LargeKana[small] : c;
    }

    private static string WithoutAccent(Rune rune)
    {
        if (rune.Value is < 0xC0 or > 0x24F and < 0x1E00 or > 0x1EFF)
            return rune.ToString();
        return rune.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' => "d",
            'ı' => "i",
            _ => rune.ToString().Normalize(NormalizationForm.FormD) is [var bare, ..] && char.IsAscii(bare) ? bare.ToString() : rune.ToString(),
        };
    }

    private static Script ScriptOf(Rune rune) => rune.Value switch
    {
        >= 0x3041 and <= 0x3096 or >= 0x309D and <= 0x309F or >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x30FF => Script.Unspaced,
        >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or >= 0x3005 and <= 0x3007 or >= 0x3021 and <= 0x3029 => Script.Unspaced,
        >= 0xE00 and <= 0xEFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF or >= 0xAC00 and <= 0xD7AF => Rune.IsLetterOrDigit(rune) || IsCombining(rune) ? Script.Unspaced : Script.None,
        _ when Rune.IsDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber => Script.Digits,
        // An accent that no letter took in: it would make another word of the same letters.
        >= 0x300 and <= 0x36F => Script.None,
        _ => Rune.IsLetter(rune) || IsCombining(rune) ? Script.Spaced : Script.None,
    };

    private static bool IsCombining(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
