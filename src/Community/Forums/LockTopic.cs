using Community.Data;
using Community.Shared;

namespace Community.Forums;

/// <summary>Closes a topic for replies, or opens it again.</summary>
public sealed class LockTopic(CommunityData data, TimeProvider time)
{
    public sealed record Input(long TopicNumber, bool To, string? Reason);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            if (await TopicRow.Find(db, input.TopicNumber) is not { Topic: var topic, Discussion: var discussion })
                return Problem.NotFound();
            if (ForumRules.WhyNotModerate(actor, topic, time.GetUtcNow()) is { } refused)
                return refused;
            if (topic.IsLocked == input.To)
                return Done.Yes;
            if (StaffReason.WhyNot(input.Reason) is { } noReason)
                return noReason;

            topic.IsLocked = input.To;
            discussion.Change();
            db.Raise(new StaffActed(
                actor.MemberId, input.To ? "lock-topic" : "unlock-topic", new ContentRef(ContentKind.Topic, topic.Id), topic.AuthorId, input.Reason!.Trim()));
            return Done.Yes;
        },
        cancel);
}
