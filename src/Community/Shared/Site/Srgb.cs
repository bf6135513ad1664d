namespace Community.Shared.Site;

/// <summary>The transfer function of sRGB (IEC 61966-2-1) between a byte and linear light.</summary>
internal static class Srgb
{
    public static double ToLinear(int value)
    {
        var c = value / 255.0;
        return c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
    }

    public static int FromLinear(double linear)
    {
        var c = linear <= .0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - .055;
        return (int)Math.Round(Math.Clamp(c, 0, 1) * 255);
    }
}
