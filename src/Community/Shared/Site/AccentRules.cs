namespace Community.Shared.Site;

/// <summary>Which colours can be the brand's. Text on them is always readable: <see cref="BrandColours"/> sees to that.</summary>
public static class AccentRules
{
    // Paper has a lightness of about .98 and hardly any chroma; a button of this colour would not be found on it.
    private const double NearlyPaper = .94;
    private const double NearlyGrey = .03;

    public static Problem? WhyNot(string? accent) => Read(accent) switch
    {
        null => Problem.Invalid("accent", "accent-not-a-colour"),
        { Lightness: > NearlyPaper, Chroma: < NearlyGrey } => Problem.Invalid("accent", "accent-too-pale"),
        _ => null,
    };

    private static Oklch? Read(string? accent) => accent is ['#', ..] ? Oklch.FromHex(accent) : null;
}
