using System.Text;

namespace Community.Shared.Markdown;

/// <summary>The few questions about scripts that links need; Unicode blocks, not the full script property.</summary>
internal static class Scripts
{
    public static bool IsJapanese(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or '々' or '〆' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsCjkPunctuation(char c) =>
        c is >= '\u3000' and <= '\u303F' and not '々' and not '〆' or >= '\uFF00' and <= '\uFF0F' or >= '\uFF1A' and <= '\uFF20' or >= '\uFF3B' and <= '\uFF40' or >= '\uFF5B' and <= '\uFF65' or '・' or '…' or '‥' or '’' or '”';

    /// <summary>True where a host label mixes scripts as no language does, or is written wholly in letters that pass for Latin ones (UTS #39, highly restrictive).</summary>
    public static bool IsSuspiciousLabel(string label)
    {
        var seen = Script.None;
        foreach (var rune in label.EnumerateRunes())
            seen |= Of(rune);
        seen &= ~Script.Common;

        if (seen is Script.None or Script.Latin)
            return false;
        if ((seen & ~(Script.Latin | Script.Japanese | Script.Han)) == 0 || (seen & ~(Script.Latin | Script.Hangul | Script.Han)) == 0)
            return false;
        var single = (seen & (seen - 1)) == 0;
        return !single || seen is Script.Cyrillic or Script.Greek && HandleSkeleton.Of(label).All(char.IsAscii);
    }

    private static Script Of(Rune rune)
    {
        var c = rune.Value;
        if (c < 0x80)
            return char.IsAsciiLetter((char)c) ? Script.Latin : Script.Common;
        return c switch
        {
            _ when !Rune.IsLetter(rune) => Script.Common,
            <= 0x24F or >= 0x1E00 and <= 0x1EFF or >= 0x2C60 and <= 0x2C7F or >= 0xA720 and <= 0xA7FF => Script.Latin,
            >= 0x370 and <= 0x3FF or >= 0x1F00 and <= 0x1FFF => Script.Greek,
            >= 0x400 and <= 0x52F => Script.Cyrillic,
            >= 0x530 and <= 0x58F => Script.Armenian,
            >= 0x590 and <= 0x5FF => Script.Hebrew,
            >= 0x600 and <= 0x77F => Script.Arabic,
            >= 0x3040 and <= 0x30FF or >= 0xFF66 and <= 0xFF9F => Script.Japanese,
            >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or 0x3005 => Script.Han,
            >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F or >= 0xAC00 and <= 0xD7AF => Script.Hangul,
            >= 0x900 and <= 0xDFF => Script.Indic,
            >= 0xE00 and <= 0xEFF => Script.Thai,
            _ => Script.Other,
        };
    }

    [Flags]
    private enum Script
    {
        None = 0, Common = 1, Latin = 2, Greek = 4, Cyrillic = 8, Armenian = 16, Hebrew = 32, Arabic = 64,
        Japanese = 128, Han = 256, Hangul = 512, Indic = 1024, Thai = 2048, Other = 4096,
    }
}
