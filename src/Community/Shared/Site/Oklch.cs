using System.Globalization;

namespace Community.Shared.Site;

/// <summary>
/// A colour by how light, how colourful and of what hue it looks (Björn Ottosson, "A perceptual color space for image
/// processing", 2020; the matrices are his).
/// </summary>
/// <param name="Lightness">0 to 1.</param>
/// <param name="Chroma">0 for grey; about 0.3 at most in sRGB.</param>
/// <param name="Hue">In radians.</param>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>Reads <c>#rrggbb</c>; null where it is something else.</summary>
    public static Oklch? FromHex(string hex)
    {
        if (hex is not ['#', _, _, _, _, _, _] || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            return null;
        var (r, g, b) = (Srgb.ToLinear(bits >> 16), Srgb.ToLinear(bits >> 8 & 255), Srgb.ToLinear(bits & 255));
        var l = Math.Cbrt((.4122214708 * r) + (.5363325363 * g) + (.0514459929 * b));
        var m = Math.Cbrt((.2119034982 * r) + (.6806995451 * g) + (.1073969566 * b));
        var s = Math.Cbrt((.0883024619 * r) + (.2817188376 * g) + (.6299787005 * b));
        var lightness = (.2104542553 * l) + (.7936177850 * m) - (.0040720468 * s);
        var first = (1.9779984951 * l) - (2.4285922050 * m) + (.4505937099 * s);
        var second = (.0259040371 * l) + (.7827717662 * m) - (.8086757660 * s);
        return new Oklch(lightness, Math.Sqrt((first * first) + (second * second)), Math.Atan2(second, first));
    }

    /// <summary>The nearest colour of this lightness and hue that a screen can show, as <c>#rrggbb</c>.</summary>
    public string ToHex()
    {
        // A colour that sRGB lacks loses colourfulness, not hue.
        for (var chroma = Chroma; chroma > 0; chroma -= .005)
        {
            if (Linear(chroma) is var (r, g, b) && IsShowable(r) && IsShowable(g) && IsShowable(b))
                return Hex(r, g, b);
        }

        var (red, green, blue) = Linear(0);
        return Hex(red, green, blue);
    }

    private (double R, double G, double B) Linear(double chroma)
    {
        var (first, second) = (chroma * Math.Cos(Hue), chroma * Math.Sin(Hue));
        var l = Math.Pow(Lightness + (.3963377774 * first) + (.2158037573 * second), 3);
        var m = Math.Pow(Lightness - (.1055613458 * first) - (.0638541728 * second), 3);
        var s = Math.Pow(Lightness - (.0894841775 * first) - (1.2914855480 * second), 3);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (.3413193965 * s),
            (-.0041960863 * l) - (.7034186147 * m) + (1.7076147010 * s));
    }

    private static bool IsShowable(double linear) => linear is > -.0005 and < 1.0005;

    private static string Hex(double r, double g, double b) =>
        string.Create(CultureInfo.InvariantCulture, $"#{Srgb.FromLinear(r):x2}{Srgb.FromLinear(g):x2}{Srgb.FromLinear(b):x2}");
}
