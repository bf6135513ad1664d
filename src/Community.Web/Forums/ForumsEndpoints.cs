using Community.Forums;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Forums;

public static class ForumsEndpoints
{
    public static void MapForums(this WebApplication app)
    {
        // For now, not for ever: a post can move.
        app.MapGet("/p/{id:long}", async (long id, FindPost posts, CurrentActor current, CancellationToken cancel) =>
            (await posts.Run(current.Actor, id, cancel)).Value is { } place
                ? Results.Redirect(Links.TopicPost(place.TopicNumber, place.TopicSlug, place.PostNumber))
                : Results.NotFound());
        app.MapPost("/t/{number:long}/answer", Answer).RequireAuthorization(Policies.Member);
    }

    private static async Task<IResult> Answer(
        long number, [FromForm] long post, [FromForm(Name = "return")] string? back, MarkAnswer mark, CurrentActor current, CancellationToken cancel)
    {
        var done = await mark.Run(current.Actor, new MarkAnswer.Input(number, post == 0 ? null : post), cancel);
        return done.Then(_ => ReturnPath.Of(back));
    }
}
