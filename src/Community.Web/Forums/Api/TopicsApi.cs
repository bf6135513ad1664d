using System.Globalization;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Forums.Api;

internal static class TopicsApi
{
    public static void MapTopicsApi(this IEndpointRouteBuilder app)
    {
        var topics = app.MapApi("Topics");
        topics.MapGet("/topics", Everywhere).Named("ListTopics", "Topics of all forums, page by page");
        topics.MapGet("/forums/{slug}/topics", InForum).Named("ListForumTopics", "Topics of one forum, page by page", "Topics of one forum. Its pinned ones come first, on the first page.");
        topics.MapGet("/tags/{key}", ReadTag).Named("ReadTag", "One tag");
        topics.MapGet("/tags/{key}/topics", Tagged).Named("ListTagTopics", "Topics with a tag, the newest first");
        topics.MapGet("/topics/{number:long}", Read).Named("ReadTopic", "One topic, without its posts");
        topics.MapGet("/topics/{number:long}/posts", Posts).Named("ListPosts", "The posts of a topic, in order", "The posts of a topic, in order of their numbers, tombstones in their places.");
        topics.MapPost("/forums/{slug}/topics", Start).Named("StartTopic", "Starts a topic").Needs(TokenScope.Write);
        topics.MapPost("/topics/{number:long}/posts", Reply).Named("PostReply", "Answers in a topic").Needs(TokenScope.Write);
        topics.MapPut("/topics/{number:long}/read", MarkTopicRead).Named("MarkRead", "Says how far the member has read", "Moves the member's read position up, never down.").Needs(TokenScope.Write);
        topics.MapPut("/topics/{number:long}/answer", (long number, Client.Answer answer, MarkAnswer mark, CurrentActor current, CancellationToken cancel) => Mark(number, answer.PostId.ToId(), mark, current, cancel))
            .Named("MarkAnswer", "Says which reply solved a topic", "Says which reply solved a topic. For whoever asked, and the staff.").Needs(TokenScope.Write);
        topics.MapDelete("/topics/{number:long}/answer", (long number, MarkAnswer mark, CurrentActor current, CancellationToken cancel) => Mark(number, null, mark, current, cancel))
            .Named("ClearAnswer", "Says that no reply solved a topic").Needs(TokenScope.Write);
    }

    private static async Task<Results<Ok<Client.Page<Client.Topic>>, ApiProblem>> Everywhere(
        string? sort, string? after, ListTopics topics, CurrentActor current, CancellationToken cancel) =>
        QueryName.Of(sort, TopicSort.Latest) is { } order
            ? (await topics.Everywhere(current.Actor, order, after, cancel)).As(page => Wire.Page(page, ForumWire.Topic))
            : new ApiProblem(UnknownSort);

    private static async Task<Results<Ok<Client.Page<Client.Topic>>, ApiProblem>> InForum(
        string slug, string? sort, string? after, ListForums forums, ListTopics topics, CurrentActor current, CancellationToken cancel)
    {
        if (QueryName.Of(sort, TopicSort.Latest) is not { } order)
            return new ApiProblem(UnknownSort);
        var place = await forums.Find(current.Actor, slug, cancel);
        if (!place.Ok)
            return new ApiProblem(place.Problem);
        return (await topics.InForum(current.Actor, place.Value.Forum.Id, order, after, cancel))
            .As(list => Wire.Page(list.Page with { Items = [.. list.Pinned, .. list.Page.Items] }, ForumWire.Topic));
    }

    private static async Task<Results<Ok<Client.Tag>, ApiProblem>> ReadTag(string key, ReadTag tags, CurrentActor current, CancellationToken cancel) =>
        (await tags.Summary(current.Actor, key, cancel)).As(PostWire.Tag);

    private static async Task<Results<Ok<Client.Page<Client.Topic>>, ApiProblem>> Tagged(
        string key, string? after, ReadTag tags, CurrentActor current, CancellationToken cancel) =>
        (await tags.Run(current.Actor, key, after, cancel)).As(view => Wire.Page(view.Topics, ForumWire.Topic));

    private static async Task<Results<Ok<Client.TopicDetails>, ApiProblem>> Read(long number, ReadTopic topics, CurrentActor current, CancellationToken cancel) =>
        (await topics.Overview(current.Actor, number, cancel)).As(ForumWire.Topic);

    private static async Task<Results<Ok<Client.Page<Client.Post>>, ApiProblem>> Posts(
        long number, string? after, ListPosts posts, CurrentActor current, CancellationToken cancel) =>
        (await posts.Run(current.Actor, number, after, cancel)).As(page => Wire.Page(page, PostWire.Post));

    private static async Task<Results<Created<Client.StartedTopic>, ApiProblem>> Start(
        string slug, Client.NewTopic topic, [FromHeader(Name = "Idempotency-Key")] string? key, StartTopic start, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var tags = topic.Tags is null ? null : string.Join(",", topic.Tags);
        var done = await start.Run(current.Actor, new StartTopic.Input(slug, topic.Title, topic.Markdown, tags, once.Value), cancel);
        return done.Ok
            ? TypedResults.Created(Address(done.Value.Number), new Client.StartedTopic(done.Value.Number, done.Value.Slug, done.Value.IsHeld))
            : new ApiProblem(done.Problem);
    }

    private static async Task<Results<Created<Client.WrittenPost>, ApiProblem>> Reply(
        long number, Client.NewPost post, [FromHeader(Name = "Idempotency-Key")] string? key, PostReply reply, CurrentActor current, CancellationToken cancel)
    {
        var once = Wire.Key(key);
        if (!once.Ok)
            return new ApiProblem(once.Problem);
        var done = await reply.Run(current.Actor, new PostReply.Input(number, post.Markdown, post.ReplyToNumber, once.Value), cancel);
        return done.Ok
            ? TypedResults.Created($"{ApiPath.V1}/posts/{done.Value.PostId.Id()}", new Client.WrittenPost(done.Value.PostId.Id(), done.Value.Number, done.Value.IsHeld))
            : new ApiProblem(done.Problem);
    }

    private static async Task<Results<NoContent, ApiProblem>> MarkTopicRead(
        long number, Client.ReadUpTo read, ReadTopic topics, MarkRead mark, CurrentActor current, CancellationToken cancel) =>
        await topics.IdOf(number, cancel) is { } id
            ? (await mark.Run(current.Actor, new MarkRead.Input(id, read.Number), cancel)).Nothing()
            : new ApiProblem(Problem.NotFound());

    private static async Task<Results<NoContent, ApiProblem>> Mark(long number, long? post, MarkAnswer mark, CurrentActor current, CancellationToken cancel) =>
        (await mark.Run(current.Actor, new MarkAnswer.Input(number, post), cancel)).Nothing();

    private static readonly Problem UnknownSort = Problem.Invalid("sort", "sort-unknown");

    private static string Address(long number) => string.Create(CultureInfo.InvariantCulture, $"{ApiPath.V1}/topics/{number}");
}
