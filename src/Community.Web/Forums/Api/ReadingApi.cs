using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Forums;
using Community.Forums.Reading;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Forums.Api;

/// <summary>How far a member has read, and how much they want to hear.</summary>
internal static class ReadingApi
{
    public static void MapReadingApi(this IEndpointRouteBuilder app)
    {
        var topics = app.MapApi("Topics");
        topics.MapGet("/topics/{number:long}/read", Position).Named("ReadPosition", "How far the member has read in a topic, and how much came since").Needs(TokenScope.Read);
        topics.MapPut("/topics/{number:long}/follow", FollowTopic).Named("FollowTopic", "Says how much the member wants to hear of a topic").Needs(TokenScope.Write);
        topics.MapPut("/tags/{key}/follow", FollowTag).Named("FollowTag", "Says how much the member wants to hear of the topics with a tag").Needs(TokenScope.Write);

        var forums = app.MapApi("Forums");
        forums.MapPut("/forums/{slug}/follow", FollowForum).Named("FollowForum", "Says how much the member wants to hear of a forum").Needs(TokenScope.Write);
        forums.MapPut("/forums/{slug}/read", (string slug, MarkAllRead mark, CurrentActor current, CancellationToken cancel) => MarkAll(slug, mark, current, cancel))
            .Named("MarkForumRead", "Counts everything in a forum and those below it as read").Needs(TokenScope.Write);
        forums.MapPost("/forums/{slug}/read/undo", (string slug, MarkAllRead mark, CurrentActor current, CancellationToken cancel) => Undo(slug, mark, current, cancel))
            .Named("UndoForumRead", "Takes back that everything in a forum counts as read", "Takes back, within ten seconds, that everything in a forum and those below it counts as read.").Needs(TokenScope.Write);

        var me = app.MapApi("Me");
        me.MapPut("/me/read", (MarkAllRead mark, CurrentActor current, CancellationToken cancel) => MarkAll(null, mark, current, cancel))
            .Named("MarkAllRead", "Counts everything everywhere as read").Needs(TokenScope.Write);
        me.MapPost("/me/read/undo", (MarkAllRead mark, CurrentActor current, CancellationToken cancel) => Undo(null, mark, current, cancel))
            .Named("UndoAllRead", "Takes back that everything counts as read", "Takes back, within ten seconds, that everything everywhere counts as read.").Needs(TokenScope.Write);
    }

    private static async Task<Results<Ok<Client.ReadPosition>, ApiProblem>> Position(long number, ReadTopic topics, CurrentActor current, CancellationToken cancel) =>
        (await topics.Overview(current.Actor, number, cancel)).As(ForumWire.Position);

    private static Task<Results<NoContent, ApiProblem>> FollowTopic(
        long number, Client.WantedFollow wanted, ReadTopic topics, SetFollow set, CurrentActor current, CancellationToken cancel) =>
        Set(FollowKind.Topic, wanted, () => topics.IdOf(number, cancel), set, current, cancel);

    private static Task<Results<NoContent, ApiProblem>> FollowTag(
        string key, Client.WantedFollow wanted, ReadTag tags, SetFollow set, CurrentActor current, CancellationToken cancel) =>
        Set(FollowKind.Tag, wanted, async () => await tags.IdOf(current.Actor, key, cancel) is { Ok: true, Value: var id } ? id : null, set, current, cancel);

    private static Task<Results<NoContent, ApiProblem>> FollowForum(
        string slug, Client.WantedFollow wanted, ListForums forums, SetFollow set, CurrentActor current, CancellationToken cancel) =>
        Set(FollowKind.Forum, wanted, async () => await forums.Find(current.Actor, slug, cancel) is { Ok: true, Value: var place } ? place.Forum.Id : null, set, current, cancel);

    private static async Task<Results<NoContent, ApiProblem>> Set(
        FollowKind kind, Client.WantedFollow wanted, Func<Task<long?>> find, SetFollow set, CurrentActor current, CancellationToken cancel)
    {
        // Before anything is looked for: whether it was found must not show in what is said of the level.
        if (SameName<Client.FollowLevel, FollowLevel>.Find(wanted.Level) is not { } level)
            return new ApiProblem(Problem.Invalid("level", "level-unknown"));
        return await find() is { } id ? (await set.Run(current.Actor, new SetFollow.Input(kind, id, level), cancel)).Nothing() : new ApiProblem(Problem.NotFound());
    }

    private static async Task<Results<NoContent, ApiProblem>> MarkAll(string? slug, MarkAllRead mark, CurrentActor current, CancellationToken cancel) =>
        (await mark.Run(current.Actor, slug, cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Undo(string? slug, MarkAllRead mark, CurrentActor current, CancellationToken cancel) =>
        (await mark.Undo(current.Actor, slug, cancel)).Nothing();
}
