using System.Text;
using Community.Shared.Site;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Shell;

/// <summary>The small files that every page asks for and that follow from the settings.</summary>
public static class SiteEndpoints
{
    private const string Robots = """
        User-agent: *
        Disallow: /account/
        Disallow: /admin
        Disallow: /api/
        Disallow: /drafts/
        Disallow: /live/
        Disallow: /me/
        Disallow: /moderation
        Disallow: /p/
        Disallow: /people
        Disallow: /report
        Disallow: /search
        Disallow: /setup
        Disallow: /t/*/changes

        """;

    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/brand.css", async (HttpContext http, SiteCache site) => Versioned(http, Brand.StyleOf(await site.Get(http.RequestAborted)), "text/css; charset=utf-8"));
        app.MapGet("/favicon.svg", async (HttpContext http, SiteCache site) => Versioned(http, Brand.MarkOf(await site.Get(http.RequestAborted)), "image/svg+xml"));
        app.MapGet("/brand/logo.svg", async (HttpContext http, SiteCache site) => Versioned(http, Brand.MarkOf(await site.Get(http.RequestAborted)), "image/svg+xml"));
        // Asked for by programs that do not read the page.
        app.MapGet("/favicon.ico", () => Results.Redirect("/favicon.svg"));
        app.MapGet("/robots.txt", (HttpContext http, SiteOrigin origin) => Results.Text(origin.Of(http) is { } site ? $"{Robots}\nSitemap: {site}{Links.Sitemap}\n" : Robots, "text/plain", Encoding.UTF8));
        app.MapGet(Links.Sitemap, (HttpContext http, SiteOrigin origin, Sitemap sitemap) => Map(http, origin, async site => await sitemap.Index(site, http.RequestAborted))).WithMetadata(Kept());
        app.MapGet(Links.SitemapOfPages, (HttpContext http, SiteOrigin origin, Sitemap sitemap) => Map(http, origin, async site => await sitemap.Pages(site, http.RequestAborted))).WithMetadata(Kept());
        app.MapGet("/sitemap-topics-{piece:int}.xml", (HttpContext http, int piece, SiteOrigin origin, Sitemap sitemap) => Map(http, origin, site => sitemap.Topics(site, piece, http.RequestAborted))).WithMetadata(Kept());
        app.MapGet("/sitemap-ideas-{piece:int}.xml", (HttpContext http, int piece, SiteOrigin origin, Sitemap sitemap) => Map(http, origin, site => sitemap.Ideas(site, piece, http.RequestAborted))).WithMetadata(Kept());
    }

    private static SharedPageAttribute Kept() => new(Shows.Lists);

    // It holds whole addresses or none.
    private static async Task<IResult> Map(HttpContext http, SiteOrigin origin, Func<string, Task<byte[]?>> draw) =>
        origin.Of(http) is { } site && await draw(site) is { } found ? new ConditionalAnswer(found, Sitemap.ContentType, null) : Results.NotFound();

    /// <summary>Kept for ever under the address that carries its version, and asked about again under any other.</summary>
    private static IResult Versioned(HttpContext http, string content, string type)
    {
        var version = Brand.Version(content);
        http.Response.Headers.CacheControl = http.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "public, no-cache";
        // Answers a matching If-None-Match by itself.
        return Results.Bytes(Encoding.UTF8.GetBytes(content), type, entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }
}
