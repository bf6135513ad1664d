using Community.Discussions;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Discussions.Api;

internal static class ChangesApi
{
    public static void MapChangesApi(this IEndpointRouteBuilder app) => app.MapApi("Topics")
        .MapGet("/discussions/{id}/changes", Changes)
        .Named("ListChanges", "What has changed in a discussion since a change number", "What has changed in a discussion since a change number: its posts as they are by now, at most 50 at a time. The hub at /live/hub says when there is something to ask for.");

    private static async Task<Results<Ok<Client.Changes>, ApiProblem>> Changes(string id, long? after, ListChanges changes, CurrentActor current, CancellationToken cancel) =>
        (await changes.Run(current.Actor, id.ToId(), after ?? 0, cancel)).As(found => new Client.Changes
        {
            ChangeNumber = found.ChangeNumber,
            Posts = [.. found.Posts.Select(PostWire.Post)],
            AbsentNumbers = found.Absent,
            HasMore = found.HasMore,
        });
}
