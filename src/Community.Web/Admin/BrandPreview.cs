using System.Text;
using Community.Shared.Site;
using Community.Web.Hosting;

namespace Community.Web.Admin;

/// <summary>A drawing of the main button in a colour that is being chosen, on light and on dark paper.</summary>
internal static class BrandPreview
{
    public static void MapAdmin(this WebApplication app) =>
        app.MapGet("/admin/brand/preview.svg", (string? accent) => Results.Bytes(Encoding.UTF8.GetBytes(Draw(accent ?? "")), "image/svg+xml"))
            .RequireAuthorization(Policies.Admin);

    // Only colours that were computed are written: what was asked for never comes back.
    private static string Draw(string accent)
    {
        var colours = BrandColours.Of(accent);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 360 96\" font-family=\"sans-serif\" font-size=\"15\" font-weight=\"600\" text-anchor=\"middle\">"
            + Half(0, "#faf8f5", colours.Light, colours.OnLight) + Half(180, "#171614", colours.Dark, colours.OnDark) + "</svg>";
    }

    private static string Half(int x, string paper, string ground, string text) =>
        $"<rect x=\"{x}\" width=\"180\" height=\"96\" fill=\"{paper}\"/><rect x=\"{x + 30}\" y=\"28\" width=\"120\" height=\"40\" rx=\"8\" fill=\"{ground}\"/>"
        + $"<text x=\"{x + 90}\" y=\"53\" fill=\"{text}\">Aa 山 1,204</text>";
}
