using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Moves a topic to another forum; who may read it, and the figures of both forums, follow.</summary>
public sealed class MoveTopic(CommunityData data, TimeProvider time)
{
    public sealed record Input(long TopicNumber, string ForumSlug, string? Reason);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (await TopicRow.Find(db, input.TopicNumber) is not { Topic: var topic, Discussion: var discussion, Forum: var from })
                return Problem.NotFound();
            if (ForumRules.WhyNotModerate(actor, topic, time.GetUtcNow()) is { } refused)
                return refused;
            if (await db.Forums.FirstOrDefaultAsync(f => f.Slug == input.ForumSlug, cancel) is not { } to || !actor.CanSee(to.ReadAudience))
                return Problem.Invalid("forum", "forum-unknown");
            if (from.Id == to.Id)
                return Done.Yes;
            if (to.IsArchived)
                return Problem.Conflict("forum-archived");
            if (StaffReason.WhyNot(input.Reason) is { } noReason)
                return noReason;

            topic.ForumId = to.Id;
            topic.Audience = discussion.Audience = to.ReadAudience;
            discussion.Change(ofSubject: true);
            if (topic.State == PostState.Visible)
            {
                TopicCounters.Count(from, topic, -1);
                TopicCounters.Count(to, topic, 1);
            }

            await TopicCounters.FindLast(db, from, topic, cancel);
            await TopicCounters.FindLast(db, to, topic, cancel);
            db.Raise(new StaffActed(
                actor.MemberId, "move-topic", new ContentRef(ContentKind.Topic, topic.Id), topic.AuthorId, input.Reason!.Trim(), from.Slug, to.Slug));
            return Done.Yes;
        },
        cancel);
}
