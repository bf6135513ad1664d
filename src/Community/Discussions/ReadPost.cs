using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A post by itself.</summary>
/// <param name="Body">As it was typed; empty where the reader sees a tombstone.</param>
/// <param name="Version">0 where the reader sees a tombstone.</param>
public sealed record SinglePost(PostView Post, long TopicNumber, string Body, int Version);

public sealed class ReadPost(CommunityData data, FindPost find)
{
    /// <summary>The post where it now stands. NotFound for whoever may not read its topic or the post.</summary>
    public async Task<Result<SinglePost>> Run(Actor actor, long postId, CancellationToken cancel = default)
    {
        var found = await find.Run(actor, postId, cancel);
        if (!found.Ok)
            return found.Problem;
        var (number, subject) = (found.Value.PostNumber, found.Value.Subject);
        return await data.Read<Result<SinglePost>>(async db =>
        {
            var row = await db.Topics.Where(t => t.Id == subject.Id)
                .Join(db.Posts.Where(p => p.Number == number), t => t.Id, p => p.DiscussionId, (t, p) => new { TopicId = t.Id, TopicNumber = t.Number, p.Body, p.Version })
                .FirstOrDefaultAsync(cancel);
            var view = row is null ? null : (await db.PostsOf(actor, row.TopicId, number, number, cancel)).SingleOrDefault();
            return view is null ? Problem.NotFound() : new SinglePost(view, row!.TopicNumber, view.IsShown ? row.Body : "", view.IsShown ? row.Version : 0);
        }, cancel);
    }
}
