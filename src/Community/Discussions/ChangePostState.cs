using Community.Data;
using Community.Shared;

namespace Community.Discussions;

/// <summary>Moderators hide, remove, restore or let through a post, with a reason in the log. Each undoes another.</summary>
public sealed class ChangePostState(CommunityData data, TimeProvider time)
{
    /// <param name="From">The state that the decision was made in, where that matters; another one by now is a conflict.</param>
    public sealed record Input(long PostId, PostState To, string? Reason, PostState? From = null);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (actor.WhyNotModerate(now) is { } forbidden)
                return forbidden;
            if (await db.FindPost(actor, input.PostId, cancel) is not var (post, discussion))
                return Problem.NotFound();
            if (PostRules.WhyNotChangeState(actor, post.State, input.To, now) is { } problem)
                return problem;
            var was = post.State;
            if (input.From is { } seen && seen != was)
                return Problem.Conflict("already-handled");
            if (was == input.To)
                return Done.Yes;

            var action = ActionOf(was, input.To);
            // Letting a first post through is what was asked for and needs no defence; everything else does.
            if ((action != Approve || !string.IsNullOrWhiteSpace(input.Reason)) && StaffReason.WhyNot(input.Reason) is { } noReason)
                return noReason;

            await PostStates.Change(db, discussion, post, input.To, now, cancel);
            db.Raise(new StaffActed(
                actor.MemberId, action, new ContentRef(ContentKind.Post, post.Id), post.AuthorId, input.Reason?.Trim(), was.ToString(), input.To.ToString()));
            return Done.Yes;
        },
        cancel);

    private const string Approve = "approve-post";

    private static string ActionOf(PostState from, PostState to) => to switch
    {
        PostState.Visible => from == PostState.Held ? Approve : "restore-post",
        PostState.Held => "hold-post",
        PostState.Hidden => "hide-post",
        _ => "remove-post",
    };
}
