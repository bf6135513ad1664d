using System.Globalization;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Web.Hosting;

/// <summary>Fills <see cref="CurrentActor"/> and sets the culture: the member's language, the chosen one, the browser's, the site's.</summary>
internal sealed class CurrentActorMiddleware(RequestDelegate next, SiteCache site)
{
    public const string LanguageCookie = "language";
    public const string ThemeCookie = "theme";

    public async Task InvokeAsync(HttpContext http, CurrentActor current)
    {
        var settings = await site.Get(http.RequestAborted);
        current.Site = settings;
        current.TimeZone = settings.TimeZone;
        string? own = null;
        if (http.Items.TryGetValue(SignedInMember.Row, out var found) && found is (SignedInMember.MemberRow row, Actor actor))
        {
            current.Actor = actor;
            current.DisplayName = row.DisplayName;
            current.Theme = row.Theme;
            current.TimeZone = row.TimeZone ?? settings.TimeZone;
            own = row.Language;
        }
        else if (TokenAuthentication.HolderOf(http) is { } holder)
        {
            current.Actor = holder.Actor;
            current.DisplayName = holder.DisplayName;
            own = Accepted(http.Request) ?? holder.Language;
        }
        else if (Enum.TryParse<Theme>(http.Request.Cookies[ThemeCookie], true, out var theme) && Enum.IsDefined(theme))
        {
            current.Theme = theme;
        }

        current.Language = Languages.Known(own) ?? Languages.Known(http.Request.Cookies[LanguageCookie]) ?? Accepted(http.Request) ?? settings.DefaultLanguage;
        var culture = CultureInfo.GetCultureInfo(current.Language == Languages.Japanese ? "ja-JP" : "en-US");
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        http.Response.Headers.ContentLanguage = current.Language;
        await next(http);
    }

    private static string? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => Languages.Known(l.Value.Value?.Split('-')[0]))
        .FirstOrDefault(l => l is not null);
}
