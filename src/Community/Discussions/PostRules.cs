using Community.Members;
using Community.Shared;
using Community.Shared.Site;

namespace Community.Discussions;

/// <summary>Who may do what with a post. Pure; the acts and the buttons ask the same questions.</summary>
public static class PostRules
{
    /// <summary>A member's first post waits where the owner wants it so, and until it is let through the next ones wait with it.</summary>
    public static bool WaitsForApproval(Member author, SiteSettings site) =>
        site.HoldsFirstPosts && Author.Of(author).IsNew && author.FirstPostApprovedAt is null && author.PostCount == 0;

    public static Problem? WhyNotEdit(Actor actor, PostStanding post, PostLimits limits, DateTimeOffset now)
    {
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (!PostSight.CanRead(actor, post.State, post.AuthorId))
            return Problem.NotFound();
        if (actor.IsModerator)
            return null;
        if (!IsAuthor(actor, post.AuthorId))
            return Problem.Forbidden("not-your-post");
        if (post.State is not (PostState.Visible or PostState.Held))
            return Problem.Forbidden("post-taken-away");
        return actor.IsStaff || now - post.CreatedAt <= limits.EditWindowOf(actor.Trust) ? null : Problem.Forbidden("edit-window-over");
    }

    /// <summary>A slip of the pen: the author's own small change, soon and before anybody answered. It leaves no trace.</summary>
    internal static bool IsSlip(Actor actor, Post post, Discussion discussion, int size, PostLimits limits, DateTimeOffset now) =>
        IsAuthor(actor, post.AuthorId) && size <= limits.GraceEditCharacters && now - post.CreatedAt <= limits.GraceEdit && discussion.LastNumber == post.Number;

    public static Problem? WhyNotReact(Actor actor, PostStanding post, DateTimeOffset now) =>
        WhyNotTakeReactionBack(actor, post, now) ?? (IsAuthor(actor, post.AuthorId) ? Problem.Forbidden("own-post") : null);

    /// <summary>Also from a post of one's own: it may have become that after the reaction, by a claim.</summary>
    internal static Problem? WhyNotTakeReactionBack(Actor actor, PostStanding post, DateTimeOffset now)
    {
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (post.IsVisible)
            return null;
        return PostSight.CanRead(actor, post.State, post.AuthorId) ? Problem.Conflict("post-not-visible") : Problem.NotFound();
    }

    /// <param name="actor">Who asks.</param>
    /// <param name="post">The post to take away.</param>
    /// <param name="hasReplies">Whether others answered in the discussion: its opening then belongs to them, too.</param>
    /// <param name="now">The time of asking.</param>
    public static Problem? WhyNotRemoveOwn(Actor actor, PostStanding post, bool hasReplies, DateTimeOffset now)
    {
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (!IsAuthor(actor, post.AuthorId))
            return PostSight.CanRead(actor, post.State, post.AuthorId) ? Problem.Forbidden("not-your-post") : Problem.NotFound();
        if (post.State is not (PostState.Visible or PostState.Held))
            return Problem.Conflict("post-taken-away");
        return post.Number == 1 && hasReplies ? Problem.Conflict("opening-has-replies") : null;
    }

    public static Problem? WhyNotChangeState(Actor actor, PostState from, PostState to, DateTimeOffset now)
    {
        if (actor.WhyNotModerate(now) is { } problem)
            return problem;
        if (to is not (PostState.Visible or PostState.Held or PostState.Hidden or PostState.RemovedByStaff))
            return Problem.Invalid("to", "unknown-state");
        // What a person took away themselves is not for others to publish again.
        return from is PostState.Visible or PostState.Held or PostState.Hidden or PostState.RemovedByStaff ? null : Problem.Conflict("post-not-restorable");
    }

    private static bool IsAuthor(Actor actor, long? authorId) => actor.MemberId is { } me && me == authorId;
}
