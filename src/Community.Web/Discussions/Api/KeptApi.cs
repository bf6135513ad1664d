using Community.Discussions.Bookmarks;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Members;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Discussions.Api;

/// <summary>What a member keeps, follows or has muted.</summary>
internal static class KeptApi
{
    private const int ExcerptLength = 160;

    public static void MapKeptApi(this IEndpointRouteBuilder app)
    {
        var me = app.MapApi("Me");
        me.MapGet("/me/bookmarks", Bookmarks).Named("ListBookmarks", "The posts that the member keeps, the last kept first").Needs(TokenScope.Read);
        me.MapGet("/me/follows", Follows).Named("ListFollows", "What the member follows or has muted, the latest choice first").Needs(TokenScope.Read);
        me.MapDelete("/me/follows/{kind}/{id}", Unfollow).Named("Unfollow", "Brings something back to the usual level, also what cannot be read any more").Needs(TokenScope.Write);

        var posts = app.MapApi("Posts");
        posts.MapPut("/posts/{id}/bookmark", Save).Named("SaveBookmark", "Keeps a post for later", "Keeps a post for later, with a note and a day to be reminded, or changes them. Nobody else sees it.").Needs(TokenScope.Write);
        posts.MapDelete("/posts/{id}/bookmark", Remove).Named("RemoveBookmark", "Lets a post go that was kept").Needs(TokenScope.Write);
    }

    private static async Task<Results<Ok<Client.Page<Client.Bookmark>>, ApiProblem>> Bookmarks(string? after, ListBookmarks list, CurrentActor current, CancellationToken cancel) =>
        (await list.Run(current.Actor, after, cancel)).As(page => Wire.Page(page, Of));

    private static async Task<Results<NoContent, ApiProblem>> Save(string id, Client.NewBookmark wanted, SaveBookmark save, CurrentActor current, CancellationToken cancel) =>
        (await save.Run(current.Actor, new SaveBookmark.Input(id.ToId(), wanted.Note, wanted.RemindOn), cancel)).Nothing();

    private static async Task<Results<NoContent, ApiProblem>> Remove(string id, RemoveBookmark remove, CurrentActor current, CancellationToken cancel) =>
        (await remove.Run(current.Actor, id.ToId(), cancel)).Nothing();

    private static async Task<Results<Ok<Client.Page<Client.Follow>>, ApiProblem>> Follows(string? level, string? after, ListFollows list, CurrentActor current, CancellationToken cancel) =>
        QueryName.Of(level, FollowLevel.Watching) is { } wanted
            ? (await list.Run(current.Actor, wanted, after, cancel)).As(page => Wire.Page(page, Of))
            : new ApiProblem(Problem.Invalid("level", "level-unknown"));

    private static async Task<Results<NoContent, ApiProblem>> Unfollow(string kind, string id, SetFollow set, CurrentActor current, CancellationToken cancel) =>
        QueryName.Of<FollowKind>(kind, default) is { } of
            ? (await set.Run(current.Actor, new SetFollow.Input(of, id.ToId(), FollowLevel.Normal), cancel)).Nothing()
            : new ApiProblem(Problem.NotFound());

    private static Client.Bookmark Of(ListBookmarks.Line line) => new()
    {
        PostId = line.Bookmark.PostId.Id(),
        Post = line.Post is { } post ? Of(post) : null,
        Note = line.Bookmark.Note,
        RemindOn = line.Bookmark.RemindOn,
        RemindedAt = line.Bookmark.RemindedAt,
        CreatedAt = line.Bookmark.CreatedAt,
    };

    private static Client.BookmarkedPost Of(ListBookmarks.PostLine post) => new()
    {
        Number = post.Number,
        Excerpt = Snippet.Of(post.Html, ExcerptLength),
        Language = post.Language,
        Author = post.Author,
        Within = Wire.Place(post.Within),
    };

    private static Client.Follow Of(ListFollows.Line line) => new()
    {
        Kind = SameName<FollowKind, Client.FollowKind>.Of(line.Follow.Kind),
        Id = line.Follow.TargetId.Id(),
        Where = Wire.Place(line.Where),
        Level = SameName<FollowLevel, Client.FollowLevel>.Of(line.Follow.Level),
        At = line.Follow.At,
        IsAutomatic = line.Follow.IsAutomatic,
    };
}
