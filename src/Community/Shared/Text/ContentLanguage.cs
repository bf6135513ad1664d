using System.Text;

namespace Community.Shared;

/// <summary>Guesses the language of a text from its scripts: the product speaks Japanese and English, and anything in Latin letters counts as English until corrected.</summary>
public static class ContentLanguage
{
    public const string Japanese = "ja";
    public const string English = "en";

    private const int MaxRead = 4_000;

    // Long runs of ideographs without a single kana are Chinese.
    private const int LongWithoutKana = 20;

    /// <summary>"ja", "en", or null ("und") where there are no letters or they are mostly of another script. Reads the first 4,000 UTF-16 units; addresses and mentions do not count.</summary>
    public static string? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int hiragana = 0, katakana = 0, han = 0, latin = 0, other = 0;
        foreach (var word in text.AsSpan(0, Math.Min(text.Length, MaxRead)).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains("://", StringComparison.Ordinal) && char.IsAscii(word[^1]) || word[0] == '@')
                continue;

            foreach (var rune in word.EnumerateRunes())
            {
                switch (rune.Value)
                {
                    case >= 0x3041 and <= 0x309F:
                        hiragana++;
                        break;
                    case >= 0x30A1 and <= 0x30FF and not 0x30FB or >= 0xFF66 and <= 0xFF9F:
                        katakana++;
                        break;
                    case >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or 0x3005:
                        han++;
                        break;
                    case <= 0x24F or >= 0x1E00 and <= 0x1EFF or >= 0xFF21 and <= 0xFF5A:
                        latin += Rune.IsLetter(rune) ? 1 : 0;
                        break;
                    default:
                        other += Rune.IsLetter(rune) ? 1 : 0;
                        break;
                }
            }
        }

        // Japanese sentences have hiragana, and each of their characters weighs more than a letter; katakana alone may be a borrowed word.
        var japanese = hiragana > 0 ? 3 * (hiragana + katakana + han) : katakana + han;
        if (japanese > 0 && japanese >= latin && japanese > other)
            return hiragana + katakana == 0 && han >= LongWithoutKana ? null : Japanese;
        return latin > 0 && latin > other ? English : null;
    }
}
