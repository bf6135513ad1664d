using Community.Discussions;
using Community.Shared;

namespace Community.Ideas;

/// <summary>Who may do what with ideas. Pure; the acts and the buttons ask the same questions.</summary>
public static class IdeaRules
{
    /// <summary>Whether the idea exists for the actor: its audience, and an opening that they may read.</summary>
    public static bool CanSee(Actor actor, IdeaStanding idea) => actor.CanSee(idea.Audience) && PostSight.CanRead(actor, idea.State, idea.AuthorId);

    public static Problem? WhyNotSubmit(Actor actor, BoardStanding board, DateTimeOffset now)
    {
        if (!actor.CanSee(board.ReadAudience))
            return Problem.NotFound();
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (board.IsArchived)
            return Problem.Forbidden("board-archived");
        return actor.CanSee(board.SubmitAudience) ? null : Problem.Forbidden("board-submit-audience");
    }

    /// <summary>Also asked of members whose address is not confirmed yet: their vote waits with them.</summary>
    public static Problem? WhyNotVote(Actor actor, IdeaStanding idea, BoardStanding board, DateTimeOffset now)
    {
        if (WhyNotTakeBack(actor, idea, false, now) is { } problem)
            return problem;
        if (idea.State != PostState.Visible)
            return Problem.Conflict("idea-not-visible");
        if (board.IsArchived)
            return Problem.Forbidden("board-archived");
        if (idea.Status == IdeaStatus.Submitted)
            return Problem.Conflict("idea-not-open");
        return idea.Status.IsOpen() ? null : Problem.Conflict("idea-closed");
    }

    /// <summary>Whoever backs it may always stop, also once it is out of their sight.</summary>
    public static Problem? WhyNotTakeBack(Actor actor, IdeaStanding idea, bool isBacked, DateTimeOffset now)
    {
        if (!isBacked && !CanSee(actor, idea))
            return Problem.NotFound();
        if (!actor.IsMember)
            return Problem.Forbidden("sign-in");
        return actor.SuspendedUntil > now ? Problem.Forbidden("suspended") : null;
    }

    public static Problem? WhyNotComment(Actor actor, IdeaStanding idea, BoardStanding board, DateTimeOffset now)
    {
        if (!CanSee(actor, idea))
            return Problem.NotFound();
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (idea.State != PostState.Visible)
            return Problem.Conflict("idea-not-visible");
        if (board.IsArchived)
            return Problem.Forbidden("board-archived");
        return idea.Status == IdeaStatus.Merged ? Problem.Conflict("idea-merged") : null;
    }

    /// <summary>Statuses, answers, merging: the brand's team and whoever moderates.</summary>
    public static Problem? WhyNotManage(Actor actor, IdeaStanding idea, DateTimeOffset now)
    {
        if (!CanSee(actor, idea))
            return Problem.NotFound();
        return actor.IsStaff ? actor.WhyNotTakePart(now) : Problem.Forbidden("team-only");
    }

    public static bool CanSeeBackers(Actor actor, BoardStanding board) => board.ShowsBackers || actor.IsStaff;
}
