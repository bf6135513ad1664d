using Community.Forums;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Forums;

public static class ForumsEndpoints
{
    public static void MapForums(this WebApplication app)
    {
        app.MapGet("/t/{number:long}/changes", Changes).WithMetadata(new SharedPageAttribute(Shows.Topic) { Seconds = 5 }, new LiveDoorAttribute(), new RecentMemberAttribute());
        app.MapReadMarks();
        app.MapPost("/t/{number:long}/answer", Answer).RequireAuthorization(Policies.Member);
    }

    /// <summary>A fragment: what has changed on a page of a topic.</summary>
    private static async Task<IResult> Changes(HttpContext http, long number, int? page, long? after, ChangesLimit limit, TopicFragments fragments, CurrentActor current)
    {
        if (limit.WhyNot(http, current) is { } tooMany)
            return tooMany;
        var found = await fragments.Of(http, current, number, page ?? 1, after ?? 0);
        // Visitors ask for the same address, and what is kept for them may be kept on the way.
        if (current.Actor.IsMember && found is not NotFound)
            http.Response.Headers.CacheControl = "no-store";
        return found;
    }

    private static async Task<IResult> Answer(
        long number, [FromForm] long post, [FromForm(Name = "return")] string? back, MarkAnswer mark, CurrentActor current, CancellationToken cancel)
    {
        var done = await mark.Run(current.Actor, new MarkAnswer.Input(number, post == 0 ? null : post), cancel);
        return done.Then(_ => ReturnPath.Of(back));
    }
}
