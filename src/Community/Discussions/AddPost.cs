using Community.Data;
using Community.Discussions.Contract;
using Community.Members;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.Extensions.Options;

namespace Community.Discussions;

/// <summary>The part of every act that writes a post: pace, number, state. Runs inside the write of the calling act.</summary>
public sealed class AddPost(Ids ids, TimeProvider time, SiteCache site, IOptions<PostLimits> limits)
{
    /// <param name="db">The write of the calling act.</param>
    /// <param name="discussion">Where it is written.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="writer">With which rights: a program may have fewer than its member.</param>
    /// <param name="text">What is written.</param>
    /// <param name="replyTo">The number that it answers.</param>
    /// <param name="mayRepeat">Whether the same words may have been said elsewhere a moment ago.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<Post>> Run(
        CommunityDb db, Discussion discussion, Member author, Author writer, PreparedText text, int? replyTo = null, bool mayRepeat = false, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        // Erased between their sending this and its turn.
        if (author.State == MemberState.Erased)
            return Problem.Forbidden("sign-in");
        if (replyTo is { } answered && (answered < 1 || answered > discussion.LastNumber))
            return Problem.Invalid("body", "reply-to-unknown", ("number", answered));
        if (await PostPace.WhyNot(db, author, writer, text.Body, mayRepeat, discussion.LastNumber > 0, limits.Value, now, cancel) is { } tooFast)
            return tooFast;

        var post = new Post
        {
            Id = ids.Next(),
            DiscussionId = discussion.Id,
            Number = discussion.NextNumber(),
            AuthorId = author.Id,
            State = PostRules.WaitsForApproval(author, await site.Get(cancel)) ? PostState.Held : PostState.Visible,
            Body = text.Body,
            Html = text.Html,
            Language = text.Language,
            ReplyToNumber = replyTo,
            CreatedAt = now,
            IsOfficial = writer.IsOfficial,
            ChangeNumber = discussion.Change(),
        };
        post.Happened(new PostWritten(post.Id, discussion.Id, discussion.SubjectKind, post.Number, author.Id, post.IsVisible));
        db.Posts.Add(post);
        return post;
    }
}
