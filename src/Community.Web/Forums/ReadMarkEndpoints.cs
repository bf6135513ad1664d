using Community.Forums.Reading;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Forums;

internal static class ReadMarkEndpoints
{
    public static void MapReadMarks(this WebApplication app)
    {
        app.MapPost(Links.ReadMarks, Mark).RequireAuthorization(Policies.Member);
        app.MapPost(Links.ReadMarks + "/undo", Undo).RequireAuthorization(Policies.Member);
    }

    private static async Task<IResult> Mark([FromForm] string? forum, MarkAllRead mark, CurrentActor current, CancellationToken cancel) =>
        (await mark.Run(current.Actor, Slug(forum), cancel)).Then(_ => Links.With(Place(forum), (Links.Marked, "1")));

    private static async Task<IResult> Undo([FromForm] string? forum, MarkAllRead mark, CurrentActor current, CancellationToken cancel) =>
        (await mark.Undo(current.Actor, Slug(forum), cancel)).Then(_ => Place(forum));

    private static string? Slug(string? forum) => string.IsNullOrEmpty(forum) ? null : forum;

    private static string Place(string? forum) => Slug(forum) is { } slug ? Links.Forum(slug) : Links.Forums;
}
