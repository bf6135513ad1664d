using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Community.Shared.Site;

namespace Community.Web.Shell;

/// <summary>What the brand's settings look like, and the versioned addresses under which it is served.</summary>
public static class Brand
{
    // Settings are replaced as a whole when somebody changes them, and what was drawn from them goes with them.
    private static readonly ConditionalWeakTable<SiteSettings, Addresses> Known = [];

    public static string Stylesheet(SiteSettings site) => Of(site).Stylesheet;

    public static string Favicon(SiteSettings site) => Of(site).Favicon;

    public static string Logo(SiteSettings site) => Of(site).Logo;

    /// <summary>The four properties that the stylesheet derives every accent from.</summary>
    public static string StyleOf(SiteSettings site)
    {
        var colours = BrandColours.Of(site.Accent);
        return $":root{{--brand-light:{colours.Light};--on-brand-light:{colours.OnLight};--brand-dark:{colours.Dark};--on-brand-dark:{colours.OnDark}}}\n";
    }

    /// <summary>The mark as a picture of its own, in the brand's colour.</summary>
    public static string MarkOf(SiteSettings site)
    {
        if (site.LogoSvg.Length > 0)
            return site.LogoSvg;
        var colours = BrandColours.Of(site.Accent);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 28 28\">" +
            $"<rect width=\"28\" height=\"28\" rx=\"8\" fill=\"{colours.Light}\"/>" +
            $"<path d=\"M19.6 9.3a7.3 7.3 0 1 0 0 9.4\" fill=\"none\" stroke=\"{colours.OnLight}\" stroke-width=\"2.6\" stroke-linecap=\"round\"/>" +
            $"<circle cx=\"19.3\" cy=\"14\" r=\"2\" fill=\"{colours.OnLight}\"/></svg>";
    }

    public static string Version(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6));

    private static Addresses Of(SiteSettings site) => Known.GetValue(site, static site => new Addresses(
        "/brand.css?v=" + Version(StyleOf(site)),
        "/favicon.svg?v=" + Version(MarkOf(site)),
        "/brand/logo.svg?v=" + Version(site.LogoSvg)));

    private sealed record Addresses(string Stylesheet, string Favicon, string Logo);
}
