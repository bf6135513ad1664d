using System.Globalization;
using System.Net;
using System.Text;
using Community.Notifications.Contract;
using Community.Shared.Site;

namespace Community.Notifications;

/// <summary>
/// A mail as a small HTML page below the community's name. Ground and ink are the mail program's own, by day and by night; only
/// the accent is ours, each theme's with the text that reads on it. Without the logo: most programs show no SVG, and what is fetched tells when somebody read.
/// </summary>
internal static class MailPage
{
    private const string Type = "font:16px/1.7 system-ui,-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',sans-serif";

    public static string Of(Mail mail, string community, string accent)
    {
        var brand = BrandColours.Of(accent);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html><html lang="{{Encoded(mail.Language)}}"><head><meta charset="utf-8"><title>{{Encoded(MailComposer.OneLine(mail.Subject))}}</title>
            <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <style>
            :root { color-scheme: light dark }
            @media (prefers-color-scheme: dark) {
            .brand { border-color: {{brand.Dark}} !important }
            .act { background: {{brand.Dark}} !important; color: {{brand.OnDark}} !important }
            .link { color: {{brand.Dark}} !important }
            }
            </style></head><body style="margin:0;padding:24px 16px">
            <div style="max-width:34em;margin:0 auto;{{Type}};overflow-wrap:anywhere">
            <p class="brand" style="margin:0 0 28px;padding:0 0 12px;border-bottom:3px solid {{brand.Light}};font-size:20px;font-weight:700;line-height:1.4">{{Encoded(community)}}</p>

            """);
        var isMain = true;
        foreach (var part in mail.Parts)
        {
            html.Append(part.Link is { } link ? LinkOf(part.Text, link, brand, isMain) : $"<p style=\"margin:0 0 20px\">{Lines(part.Text)}</p>\r\n");
            isMain &= part.Link is null;
        }

        // As mail wants them, whatever the sources have.
        return html.Append("</div>\r\n</body></html>\r\n").ToString().ReplaceLineEndings("\r\n");
    }

    /// <summary>The first is what the mail is for, and a button; any other a link in the text.</summary>
    private static string LinkOf(string text, string link, BrandColours brand, bool isMain) => isMain
        ? $"<p style=\"margin:0 0 24px\"><a class=\"act\" href=\"{Encoded(link)}\"\r\n style=\"display:inline-block;padding:9px 22px;border-radius:8px;background:{brand.Light};color:{brand.OnLight};font-weight:700;text-decoration:none\">{Lines(text)}</a></p>\r\n"
        : $"<p style=\"margin:0 0 20px\"><a class=\"link\" href=\"{Encoded(link)}\"\r\n style=\"color:{brand.Light}\">{Lines(text)}</a></p>\r\n";

    private static string Lines(string text) => Encoded(text).ReplaceLineEndings("<br>\r\n");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
