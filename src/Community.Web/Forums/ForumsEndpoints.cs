using Community.Forums;
using Community.Web.Hosting;
using Community.Web.Ui;

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
    }
}
