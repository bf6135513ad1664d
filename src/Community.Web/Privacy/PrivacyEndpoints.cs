using System.Globalization;
using Community.Privacy;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Privacy;

internal static class PrivacyEndpoints
{
    public static IServiceCollection AddPrivacyPages(this IServiceCollection services) => services.AddSingleton<DownloadDoor>();

    public static void MapPrivacy(this WebApplication app) => app.MapPost(PrivacyLinks.Download, Download).RequireAuthorization(Policies.Member);

    /// <summary>Always of whoever asks: there is no way to name another.</summary>
    /// <param name="_">Carried by the form, so that its token is looked at: no other site starts a download.</param>
    private static async Task<IResult> Download([FromForm(Name = "format")] string? _, HttpContext http, CurrentActor current, ExportMyData export, DownloadDoor door, TimeProvider time)
    {
        var actor = current.Actor;
        if (ExportMyData.WhyNot(actor) is { } stranger)
            return new ProblemAnswer(stranger);
        if (door.WhyNot(actor.MemberId!.Value) is { } tooMany)
            return new ProblemAnswer(tooMany);
        http.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"{actor.Handle}-{time.GetUtcNow():yyyy-MM-dd}.zip");
        return Results.Stream(await export.Make(actor, http.RequestAborted), "application/zip", name);
    }
}
