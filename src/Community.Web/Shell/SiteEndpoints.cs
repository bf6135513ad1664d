using System.Text;
using Community.Shared.Site;
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
        Disallow: /me/
        Disallow: /moderation
        Disallow: /p/
        Disallow: /report
        Disallow: /search
        Disallow: /setup

        """;

    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/brand.css", async (HttpContext http, SiteCache site) => Versioned(http, Brand.StyleOf(await site.Get(http.RequestAborted)), "text/css; charset=utf-8"));
        app.MapGet("/favicon.svg", async (HttpContext http, SiteCache site) => Versioned(http, Brand.MarkOf(await site.Get(http.RequestAborted)), "image/svg+xml"));
        app.MapGet("/brand/logo.svg", async (HttpContext http, SiteCache site) => Versioned(http, Brand.MarkOf(await site.Get(http.RequestAborted)), "image/svg+xml"));
        // Asked for by programs that do not read the page.
        app.MapGet("/favicon.ico", () => Results.Redirect("/favicon.svg"));
        app.MapGet("/robots.txt", () => Results.Text(Robots, "text/plain", Encoding.UTF8));
    }

    /// <summary>Kept for ever under the address that carries its version, and asked about again under any other.</summary>
    private static IResult Versioned(HttpContext http, string content, string type)
    {
        var version = Brand.Version(content);
        http.Response.Headers.CacheControl = http.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "public, no-cache";
        // Answers a matching If-None-Match by itself.
        return Results.Bytes(Encoding.UTF8.GetBytes(content), type, entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }
}
