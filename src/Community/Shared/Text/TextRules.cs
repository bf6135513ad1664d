using System.Buffers;
using System.Text;

namespace Community.Shared;

/// <summary>
/// What may be stored as text. Nothing but line ends is ever changed: a harmless text comes back byte for byte. What cannot be
/// stored or shown is refused with a reason.
/// </summary>
public static class TextRules
{
    private const int UnitsPerGrapheme = 4;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");
    private static readonly SearchValues<char> BidiControls = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The text as it is stored: CRLF becomes LF.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>"text-nul" or "text-malformed" (half of a surrogate pair): what databases and JSON cannot carry. Any text passes through this.</summary>
    public static Problem? WhyNotStored(string text, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0'))
            return TextProblem.Invalid("text-nul", field);
        return IsWellFormed(text) ? null : TextProblem.Invalid("text-malformed", field);
    }

    /// <summary>
    /// Why <paramref name="text"/> cannot be a title, name or other single line, or null: what <see cref="WhyNotStored"/> says,
    /// "text-line-break", "text-control", "text-bidi" (characters that reorder what follows them on the page), then
    /// "{name}-too-short", "{name}-too-long", "{name}-too-uniform" (each with limit and actual).
    /// </summary>
    public static Problem? WhyNotLine(string text, TextLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (WhyNotStored(text, limits.Name) is { } unstorable)
            return unstorable;
        if (text.AsSpan().ContainsAny(LineBreaks))
            return TextProblem.Invalid("text-line-break", limits.Name);
        if (text.Any(char.IsControl))
            return TextProblem.Invalid("text-control", limits.Name);
        return text.AsSpan().ContainsAny(BidiControls) ? TextProblem.Invalid("text-bidi", limits.Name) : WhyNotLength(text, limits);
    }

    /// <summary>Why <paramref name="text"/> cannot be a body, or null: what <see cref="WhyNotStored"/> says, then the lengths as for a line. Controls that reorder are allowed: blocks isolate them.</summary>
    public static Problem? WhyNotBody(string text, TextLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return WhyNotStored(text, limits.Name) ?? WhyNotLength(text, limits);
    }

    /// <summary>True where nothing of the text can be seen.</summary>
    public static bool LooksEmpty(string text) => !Graphemes.Visible(text).Any();

    private static Problem? WhyNotLength(string text, TextLimits limits)
    {
        if (text.Length > (long)limits.Max * UnitsPerGrapheme)
            return TextProblem.Invalid($"{limits.Name}-too-long", limits.Name, ("max", limits.Max), ("actual", text.Length));
        if (Graphemes.Count(text) is var length && length > limits.Max)
            return TextProblem.Invalid($"{limits.Name}-too-long", limits.Name, ("max", limits.Max), ("actual", length));

        var japanese = ContentLanguage.Detect(text) == ContentLanguage.Japanese;
        var min = japanese ? limits.MinJapanese : limits.Min;
        var visible = Graphemes.CountVisible(text);
        if (visible < min)
            return TextProblem.Invalid($"{limits.Name}-too-short", limits.Name, ("min", min), ("actual", visible));

        var distinct = japanese ? limits.DistinctJapanese : limits.Distinct;
        if (distinct == 0)
            return null;
        var different = Graphemes.Visible(text).Distinct(StringComparer.OrdinalIgnoreCase).Take(distinct).Count();
        return different < distinct ? TextProblem.Invalid($"{limits.Name}-too-uniform", limits.Name, ("min", distinct), ("actual", different)) : null;
    }

    /// <summary>
    /// One form for what looks or means the same, NFKC unless said otherwise. What holds half of a surrogate pair, or a noncharacter that
    /// cannot be normalised, stays as it is: whether it may stand there is for the rules to say.
    /// </summary>
    internal static string Compatible(string text, NormalizationForm form = NormalizationForm.FormKC)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>False where half of a surrogate pair stands alone.</summary>
    internal static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var consumed) != OperationStatus.Done)
                return false;
            rest = rest[consumed..];
        }

        return true;
    }
}
