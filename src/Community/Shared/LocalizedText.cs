using System.Globalization;
using System.Text.Json.Serialization;

namespace Community.Shared;

/// <summary>A text of the staff (name of a forum, rule, status, badge) in both languages of the product; either may be missing.</summary>
public sealed record LocalizedText([property: JsonPropertyName("ja")] string? Ja, [property: JsonPropertyName("en")] string? En)
{
    /// <summary>The text in the language of <paramref name="culture"/>, else in the other one, else empty. Never null.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return In(culture.TwoLetterISOLanguageName);
    }

    /// <summary>As <see cref="In(CultureInfo)"/>, for "ja" or anything else, which counts as English.</summary>
    public string In(string language)
    {
        var (first, second) = language == ContentLanguage.Japanese ? (Ja, En) : (En, Ja);
        return !string.IsNullOrWhiteSpace(first) ? first : second ?? first ?? "";
    }
}
