using System.Text;

namespace Community.Shared;

/// <summary>The readable part of an address.</summary>
public static class Slug
{
    private const int MaxGraphemes = 60;

    /// <summary>
    /// Words of <paramref name="title"/> joined by hyphens: Latin in lower case without accents, other scripts as they are (the router
    /// percent-encodes), full-width forms folded, at most 60 graphemes. Never empty: "-" where no letter or digit is left.
    /// </summary>
    public static string Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var slug = new StringBuilder(title.Length);
        foreach (var rune in Folded(title).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark && slug.Length > 0 && !Graphemes.IsIgnorable(rune))
                slug.Append(WithoutAccent(rune));
            else if (rune.Value is not ('\'' or '’') && !Graphemes.IsIgnorable(rune) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var whole = slug.ToString().Trim('-');
        var cut = whole[..Graphemes.LengthOf(whole, MaxGraphemes)].TrimEnd('-');
        return cut.Length == 0 ? "-" : cut;
    }

    private static string Folded(string title)
    {
        // Half of a surrogate pair cannot be normalised; it is dropped like any other character that is no letter.
        var well = string.Concat(title.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
        return TextRules.Compatible(well).ToLowerInvariant();
    }

    private static string WithoutAccent(Rune rune)
    {
        var letter = rune.ToString();
        if (rune.Value is < 0xC0 or > 0x24F and < 0x1E00 or > 0x1EFF)
            return letter;
        var bare = letter.Normalize(NormalizationForm.FormD)[0];
        return char.IsAscii(bare) ? bare.ToString() : letter;
    }
}
