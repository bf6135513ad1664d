using Community.Data;

namespace Community.Discussions;

/// <summary>Keeps what a post said before an edit. Runs inside the write of the edit.</summary>
public sealed class KeepRevision(Ids ids)
{
    public void Of(CommunityDb db, PostForEdit before, long editorId, string? reason, Post post, DateTimeOffset now)
    {
        post.EditedAt = now;
        db.Revisions.Add(new PostRevision
        {
            Id = ids.Next(),
            PostId = post.Id,
            Number = ++post.RevisionCount,
            Body = post.Body,
            Title = before.Title,
            Tags = before.Title is null ? null : before.Tags,
            EditorId = editorId,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            At = now,
        });
    }
}
