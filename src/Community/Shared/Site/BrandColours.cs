namespace Community.Shared.Site;

/// <summary>
/// The accent in both themes with a colour of text that reads on it: at least 4.5 to 1 (WCAG 2.2, 1.4.3). The accent
/// keeps its hue; its lightness moves only as far as it must.
/// </summary>
public sealed record BrandColours(string Light, string OnLight, string Dark, string OnDark)
{
    private const double Readable = 4.5;
    private const string White = "#ffffff";

    // On dark paper a colour of this lightness carries as a button without glaring.
    private const double LeastDarkLightness = .72;
    private const double Step = .01;

    // A bright accent, such as yellow, stays what it is and carries dark text; others carry white.
    private const double BrightFrom = .72;

    /// <param name="accent"><c>#rrggbb</c>; anything else counts as the built-in accent.</param>
    public static BrandColours Of(string accent)
    {
        var colour = Oklch.FromHex(accent) ?? Oklch.FromHex(new SiteSettings().Accent)!.Value;
        var (light, onLight) = colour.Lightness >= BrightFrom
            ? (Up(colour, Ink(colour)), Ink(colour))
            : (Down(colour, White), White);
        var dark = colour with { Lightness = Math.Max(colour.Lightness, LeastDarkLightness), Chroma = Math.Min(colour.Chroma, .16) };
        return new BrandColours(light.ToHex(), onLight, Up(dark, Ink(dark)).ToHex(), Ink(dark));
    }

    private static string Ink(Oklch accent) => new Oklch(.22, Math.Min(accent.Chroma, .04), accent.Hue).ToHex();

    private static Oklch Down(Oklch colour, string text) => Move(colour, text, -Step);

    private static Oklch Up(Oklch colour, string text) => Move(colour, text, Step);

    private static Oklch Move(Oklch colour, string text, double step)
    {
        while (Contrast.Of(colour.ToHex(), text) < Readable && colour.Lightness is > 0 and < 1)
            colour = colour with { Lightness = Math.Clamp(colour.Lightness + step, 0, 1) };
        return colour;
    }
}
