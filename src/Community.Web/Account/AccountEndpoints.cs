using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Account;

internal static class AccountEndpoints
{
    private static readonly TimeSpan ChoicesLast = TimeSpan.FromDays(365);

    public static IServiceCollection AddAccountPages(this IServiceCollection services) => services.AddSingleton<AccountDoors>();

    public static void MapAccount(this WebApplication app)
    {
        app.MapPost(Links.SignOut, SignOut);
        app.MapGet("/account/preferences", Prefer);
    }

    private static async Task<IResult> SignOut(HttpContext http, [FromForm(Name = "return")] string? back)
    {
        await Sessions.End(http);
        return Results.LocalRedirect(ReturnPath.Of(back));
    }

    /// <summary>
    /// The switches for language and theme: links, because a visitor's page holds no form. A visitor's choice is kept in
    /// a cookie, a member's with the member. Other sites may link here, but not change what a member chose.
    /// </summary>
    private static async Task<IResult> Prefer(
        HttpContext http, CurrentActor current, UpdatePreferences update, string? language, string? theme, [FromQuery(Name = "return")] string? back)
    {
        var chosenLanguage = Languages.Known(language);
        Theme? chosenTheme = Enum.TryParse<Theme>(theme, true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        var isFromElsewhere = http.Request.Headers["Sec-Fetch-Site"] == "cross-site";
        if (!isFromElsewhere)
        {
            if (current.Actor.IsMember)
                await update.Run(current.Actor, new UpdatePreferences.Input(chosenLanguage, null, chosenTheme), http.RequestAborted);
            if (chosenLanguage is not null)
                Keep(http, VisitorWishes.LanguageCookie, chosenLanguage);
            if (chosenTheme is { } shown)
                Keep(http, VisitorWishes.ThemeCookie, shown.ToString().ToLowerInvariant());
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(ReturnPath.Of(back));
    }

    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = ChoicesLast,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    });
}
