using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Community.Web.Forums.Api;

/// <summary>Posts as they are read where they stand; what is done to a post is at Discussions.</summary>
internal static class PostsApi
{
    public static void MapPostsApi(this IEndpointRouteBuilder app)
    {
        var posts = app.MapApi("Posts");
        posts.MapGet("/posts/{id}", Read).Named("ReadPost", "One post, with its Markdown", "One post, with its Markdown. The entity tag is the version that an edit sends back as If-Match.").GivesVersion();
        posts.MapGet("/members/{handle}/posts", OfMember).Named("ListMemberPosts", "What a member wrote, the newest first");
    }

    private static async Task<Results<Ok<Client.PostDetails>, ApiProblem>> Read(string id, HttpContext http, ReadPost posts, CurrentActor current, CancellationToken cancel)
    {
        var found = await posts.Run(current.Actor, id.ToId(), cancel);
        if (found.Value is { Version: > 0 })
            http.Response.Headers.ETag = EditVersion.Tag(found.Value.Version);
        return found.As(PostWire.Post);
    }

    private static async Task<Results<Ok<Client.Page<Client.MemberPost>>, ApiProblem>> OfMember(
        string handle, string? after, ReadMember members, ListMemberPosts posts, CurrentActor current, CancellationToken cancel)
    {
        var member = await members.Run(handle, cancel);
        if (!member.Ok)
            return new ApiProblem(member.Problem);
        return (await posts.Run(current.Actor, member.Value.Person.Id, after, cancel)).As(page => Wire.Page(page, ForumWire.MemberPost));
    }
}
