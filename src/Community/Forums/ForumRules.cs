using Community.Discussions;
using Community.Shared;

namespace Community.Forums;

/// <summary>Who may do what in a forum. Pure; the acts and the buttons ask the same questions.</summary>
public static class ForumRules
{
    /// <summary>Whether the topic exists for the actor: its audience, and an opening that they may read.</summary>
    public static bool CanSee(Actor actor, TopicStanding topic) => actor.CanSee(topic.Audience) && PostSight.CanRead(actor, topic.State, topic.AuthorId);

    public static Problem? WhyNotStart(Actor actor, ForumStanding forum, DateTimeOffset now)
    {
        if (!actor.CanSee(forum.ReadAudience))
            return Problem.NotFound();
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (forum.IsArchived)
            return Problem.Forbidden("forum-archived");
        return actor.CanSee(forum.StartAudience) ? null : Problem.Forbidden("forum-start-audience");
    }

    public static Problem? WhyNotReply(Actor actor, TopicStanding topic, ForumStanding forum, DateTimeOffset now, bool isHost = false)
    {
        if (!CanSee(actor, topic))
            return Problem.NotFound();
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        if (topic.State != PostState.Visible)
            return Problem.Conflict("topic-not-visible");
        if (forum.IsArchived)
            return Problem.Forbidden("forum-archived");
        if (!actor.CanSee(forum.ReplyAudience))
            return Problem.Forbidden("forum-reply-audience");
        // Whoever may unlock it may also have the last word in it.
        if (topic.IsLocked && !actor.IsModerator)
            return Problem.Forbidden("topic-locked");
        return topic.IsReadOnly && !isHost && !actor.IsModerator ? Problem.Forbidden("topic-read-only") : null;
    }

    public static Problem? WhyNotMarkAnswer(Actor actor, TopicStanding topic, DateTimeOffset now)
    {
        if (!CanSee(actor, topic))
            return Problem.NotFound();
        if (actor.WhyNotTakePart(now) is { } problem)
            return problem;
        return topic.AuthorId == actor.MemberId || actor.IsStaff ? null : Problem.Forbidden("answer-asker-only");
    }

    public static Problem? WhyNotModerate(Actor actor, TopicStanding topic, DateTimeOffset now) =>
        CanSee(actor, topic) ? actor.WhyNotModerate(now) : Problem.NotFound();
}
