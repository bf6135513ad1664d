using Community.Data;
using Community.Discussions.Contract;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>The one place where a post's state changes after it was written.</summary>
internal static class PostStates
{
    public static async Task Change(CommunityDb db, Discussion discussion, Post post, PostState to, DateTimeOffset now, CancellationToken cancel)
    {
        var was = post.State;
        post.State = to;
        post.StateChangedAt = now;
        post.ChangeNumber = discussion.Change(ofSubject: post.Number == 1);
        if (post.Number == 1 && (was == PostState.Visible) != post.IsVisible)
        {
            await foreach (var tag in db.TagsOf(discussion.Id).AsAsyncEnumerable().WithCancellation(cancel))
                tag.Count += post.IsVisible ? 1 : -1;
        }

        post.Happened(new PostStateChanged(
            post.Id, discussion.Id, discussion.SubjectKind, post.Number, post.AuthorId, was == PostState.Visible, was == PostState.Held, post.IsVisible));
    }
}
