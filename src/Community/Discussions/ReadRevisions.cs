using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>What a post said, from its first text to the present one.</summary>
public sealed class ReadRevisions(CommunityData data, IEnumerable<ISubject> subjects)
{
    public Task<Result<RevisionsView>> Run(Actor actor, long postId, CancellationToken cancel = default) => data.Read<Result<RevisionsView>>(
        async db =>
        {
            if (await db.FindPost(actor, postId, cancel) is not var (post, discussion) || !PostSight.CanRead(actor, post.State, post.AuthorId))
                return Problem.NotFound();
            var head = await subjects.First(s => s.Kind == discussion.SubjectKind).Head(db, discussion.Id, cancel);
            var author = await db.Members.Where(m => m.Id == post.AuthorId).Select(m => new Editor(m.Handle, m.DisplayName)).FirstOrDefaultAsync(cancel);
            var edits = await db.Revisions.Where(r => r.PostId == postId)
                .OrderBy(r => r.Number)
                .Join(db.Members, r => r.EditorId, m => m.Id, (r, m) => new { r.Body, r.Title, r.Tags, r.Reason, r.At, r.IsHidden, Editor = new Editor(m.Handle, m.DisplayName) })
                .ToListAsync(cancel);

            // A row keeps what stood before its edit: the text of version n+1 stands in row n+1, the last one in the post.
            var isOpening = post.Number == 1;
            var tags = isOpening ? string.Join(", ", await db.TagsOf(discussion.Id).Select(t => t.Name).ToListAsync(cancel)) : null;
            var texts = edits.Select(e => (e.Title, e.Tags, e.Body)).Append((isOpening ? head?.Title : null, tags, post.Body)).ToList();
            var versions = texts.Select((text, n) => new RevisionView(
                n + 1,
                text.Item1,
                text.Item2,
                text.Body,
                n == 0 ? post.CreatedAt : edits[n - 1].At,
                n == 0 ? author : edits[n - 1].Editor,
                n == 0 ? null : edits[n - 1].Reason,
                n < edits.Count && edits[n].IsHidden)).Select(v => v.IsHidden && !actor.IsModerator ? v.WithoutWords() : v).ToList();
            return new RevisionsView(post.Id, post.Number, head?.Title ?? "", head?.Path ?? "/", post.Language, versions);
        },
        cancel);
}

/// <param name="PostId">Whose history this is.</param>
/// <param name="Number">The post's number in its discussion.</param>
/// <param name="SubjectTitle">The title of what it stands under.</param>
/// <param name="Path">The address of that inside the site.</param>
/// <param name="Language">The text's language, where known.</param>
/// <param name="Versions">From the first text to the present one; at least one.</param>
public sealed record RevisionsView(long PostId, int Number, string SubjectTitle, string Path, string? Language, IReadOnlyList<RevisionView> Versions);

/// <summary>One state of the text, and who brought it about.</summary>
/// <param name="IsHidden">A moderator took it out of the history; only to moderators it still comes with its words.</param>
public sealed record RevisionView(int Number, string? Title, string? Tags, string Body, DateTimeOffset At, Editor? By, string? Reason, bool IsHidden)
{
    // What its writer gave as the reason may say the same thing again.
    internal RevisionView WithoutWords() => this with { Title = null, Tags = null, Body = "", Reason = null };
}

public sealed record Editor(string Handle, string Name);
