using System.Globalization;
using Community.Data;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Web.Hosting;

/// <summary>Fills <see cref="CurrentActor"/> and sets the culture: the member's language, the chosen one, the browser's, the site's.</summary>
internal sealed class CurrentActorMiddleware(RequestDelegate next, SiteCache site)
{
    public async Task InvokeAsync(HttpContext http, CurrentActor current)
    {
        if (http.Request.Path.StartsWithSegments(Health.Path))
        {
            await next(http);
            return;
        }

        var settings = await Settings(http);
        current.Site = settings;
        current.TimeZone = settings.TimeZone;
        string? own = null;
        if (http.Items.TryGetValue(SignedInMember.Row, out var found) && found is (SignedInMember.MemberRow row, Actor actor))
        {
            current.Actor = actor;
            current.DisplayName = row.DisplayName;
            current.Theme = row.Theme;
            current.HidesPresence = row.HidesPresence;
            current.TimeZone = row.TimeZone ?? settings.TimeZone;
            own = row.Language;
        }
        else if (TokenAuthentication.HolderOf(http) is { } holder)
        {
            current.Actor = holder.Actor;
            current.DisplayName = holder.DisplayName;
            own = VisitorWishes.AcceptedLanguage(http.Request) ?? holder.Language;
        }
        else
        {
            current.Theme = VisitorWishes.Theme(http.Request);
        }

        current.Language = Languages.Known(own) ?? VisitorWishes.Language(http.Request, settings);
        var culture = CultureInfo.GetCultureInfo(current.Language == Languages.Japanese ? "ja-JP" : "en-US");
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        http.Response.Headers.ContentLanguage = current.Language;
        await next(http);
    }

    // The page that tells that something failed needs no database: it may be that which failed.
    private async ValueTask<SiteSettings> Settings(HttpContext http)
    {
        try
        {
            return await site.Get(http.RequestAborted);
        }
        catch (Exception failure) when (Failures.ReferenceOf(http) is not null && failure.IsOfDatabase())
        {
            return new SiteSettings();
        }
    }
}
