using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Hosting;

/// <summary>What a request says about how its sender wants to be spoken to, whoever that is.</summary>
internal static class VisitorWishes
{
    public const string LanguageCookie = "language";
    public const string ThemeCookie = "theme";

    /// <summary>The chosen language, the browser's, the site's.</summary>
    public static string Language(HttpRequest request, SiteSettings site) =>
        Languages.Known(request.Cookies[LanguageCookie]) ?? AcceptedLanguage(request) ?? site.DefaultLanguage;

    public static Theme Theme(HttpRequest request) =>
        request.Cookies[ThemeCookie] is { } chosen && Enum.TryParse<Theme>(chosen, true, out var theme) && Enum.IsDefined(theme) ? theme : default;

    /// <summary>The language of ours that the browser wants most; null where it names none.</summary>
    public static string? AcceptedLanguage(HttpRequest request)
    {
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var named);
        var (best, most) = ((string?)null, 0.0);
        foreach (var one in named ?? [])
        {
            var quality = one.Quality ?? 1;
            if (quality > most && Languages.Known(one.Value.Value?.Split('-')[0]) is { } known)
                (best, most) = (known, quality);
        }

        return best;
    }
}
