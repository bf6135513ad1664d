using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>A post by itself.</summary>
/// <param name="Post">As the reader may see it.</param>
/// <param name="SubjectKind">What kind of thing its discussion is about.</param>
/// <param name="SubjectNumber">The public number of that.</param>
/// <param name="Body">As it was typed; empty where the reader sees a tombstone.</param>
/// <param name="Version">0 where the reader sees a tombstone.</param>
public sealed record SinglePost(PostView Post, ContentKind SubjectKind, long SubjectNumber, string Body, int Version);

public sealed class ReadPost(CommunityData data, FindPost find)
{
    /// <summary>The post where it now stands. NotFound for whoever may not read its subject or the post.</summary>
    public async Task<Result<SinglePost>> Run(Actor actor, long postId, CancellationToken cancel = default)
    {
        var found = await find.Run(actor, postId, cancel);
        if (!found.Ok)
            return found.Problem;
        var (subject, number) = (found.Value.Subject, found.Value.PostNumber);
        return await data.Read<Result<SinglePost>>(async db =>
        {
            var row = await db.Posts.Where(p => p.DiscussionId == subject.Id && p.Number == number).Select(p => new { p.Body, p.Version }).FirstOrDefaultAsync(cancel);
            var view = row is null ? null : (await db.PostsOf(actor, subject.Id, number, number, cancel)).SingleOrDefault();
            return view is null
                ? Problem.NotFound()
                : new SinglePost(view, subject.Kind, found.Value.SubjectNumber, view.IsShown ? row!.Body : "", view.IsShown ? row!.Version : 0);
        }, cancel);
    }
}
