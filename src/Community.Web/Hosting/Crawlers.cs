using System.Text.RegularExpressions;

namespace Community.Web.Hosting;

/// <summary>Programs that read pages, by what they call themselves: they are not counted as visitors.</summary>
internal static partial class Crawlers
{
    public static bool IsOne(string userAgent) => userAgent.Length == 0 || Names().IsMatch(userAgent);

    [GeneratedRegex("bot|crawl|spider|slurp|scrap|preview|fetch|monitor|headless|lighthouse|curl|wget|python|java/|okhttp|httpclient|go-http|libwww|axios|node|facebookexternalhit|archive", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
