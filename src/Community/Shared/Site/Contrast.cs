using System.Globalization;

namespace Community.Shared.Site;

/// <summary>The contrast ratio of WCAG 2.2 between two colours, from 1 to 21.</summary>
public static class Contrast
{
    /// <param name="first"><c>#rrggbb</c>.</param>
    /// <param name="second"><c>#rrggbb</c>.</param>
    public static double Of(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string hex)
    {
        var bits = int.Parse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return (.2126 * Srgb.ToLinear(bits >> 16)) + (.7152 * Srgb.ToLinear(bits >> 8 & 255)) + (.0722 * Srgb.ToLinear(bits & 255));
    }
}
