using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Members.Api;

/// <summary>How the community speaks to a member.</summary>
internal static class PreferencesApi
{
    // Kept beside the answer about the digest, like the page that asked.
    private const string Surface = "api";

    public static void MapPreferencesApi(this IEndpointRouteBuilder app)
    {
        var me = app.MapApi("Me");
        me.MapGet("/me/preferences", Read).Named("ReadPreferences", "Language, time zone, theme, and whether the member wants the digest").Needs(TokenScope.Read);
        me.MapPut("/me/preferences", Update).Named("UpdatePreferences", "Changes the member's preferences, all of them", "Changes the member's preferences, all of them; the answer about the digest stays as it was where it is left out.").Needs(TokenScope.Write);
    }

    private static async Task<Results<Ok<Client.Preferences>, ApiProblem>> Read(ReadPreferences read, CurrentActor current, CancellationToken cancel) =>
        (await read.Run(current.Actor, cancel))
            .As(mine => new Client.Preferences(mine.Language, mine.TimeZone, SameName<Theme, Client.Theme>.Of(mine.Theme), mine.WantsDigest, mine.ShowsPresence));

    private static async Task<Results<NoContent, ApiProblem>> Update(
        Client.Preferences wanted, UpdatePreferences update, ChangeDigest digest, CurrentActor current, CancellationToken cancel)
    {
        if (SameName<Client.Theme, Theme>.Find(wanted.Theme) is not { } theme)
            return new ApiProblem(Problem.Invalid("theme", "theme-unknown"));
        var done = await update.Run(current.Actor, new UpdatePreferences.Input(wanted.Language ?? "", wanted.TimeZone ?? "", theme, !wanted.ShowsPresence), cancel);
        if (done.Ok && wanted.WantsDigest is { } answer)
            done = await digest.Run(current.Actor, new ChangeDigest.Input(answer, Surface, current.Language), cancel);
        return done.Nothing();
    }
}
