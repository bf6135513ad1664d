namespace Community.Shared.Site;

/// <summary>What the settings may say.</summary>
public static class SiteRules
{
    /// <summary>The rule for a line in both languages; the problem names the field with the language, such as <c>taglineJa</c>.</summary>
    public static Problem? WhyNotLines(LocalizedText text, TextLimits limits) =>
        InField(TextRules.WhyNotLine(text.Ja, limits), limits.Name + "Ja") ?? InField(TextRules.WhyNotLine(text.En, limits), limits.Name + "En");

    /// <summary>Texts of the house are there in one language at least; a language that is left empty shows the other.</summary>
    public static Problem? WhyNotDocument(LocalizedText text)
    {
        if (text.IsEmpty)
            return Problem.Invalid("documentJa", "document-missing");
        return (text.Ja.Length == 0 ? null : InField(TextRules.WhyNotBody(text.Ja, SiteLimits.Document), "documentJa"))
            ?? (text.En.Length == 0 ? null : InField(TextRules.WhyNotBody(text.En, SiteLimits.Document), "documentEn"));
    }

    public static Problem? WhyNotTimeZone(string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) && zone.HasIanaId ? null : Problem.Invalid("timeZone", "time-zone-unknown");

    public static Problem? WhyNotLanguage(string language) =>
        Languages.Known(language) is null ? Problem.Invalid("language", "language-unknown") : null;

    public static Problem? WhyNotAge(int age) =>
        age is >= 0 and <= SiteLimits.MaxAge ? null : Problem.Invalid("minimumAge", "minimum-age-range", ("max", SiteLimits.MaxAge));

    /// <summary>A place on this site, or a web address.</summary>
    public static Problem? WhyNotLink(string link)
    {
        if (link.Length == 0)
            return null;
        if (link.Length > SiteLimits.MaxLinkLength || link.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\'))
            return Problem.Invalid("link", "link-not-an-address");
        if (link[0] == '/' && !link.StartsWith("//", StringComparison.Ordinal))
            return null;
        return Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? null
            : Problem.Invalid("link", "link-not-an-address");
    }

    private static Problem? InField(Problem? problem, string field) => problem is null ? null : problem with { Field = field };
}
