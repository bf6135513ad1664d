using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The asker or staff say which reply solved the topic, or that none did.</summary>
public sealed class MarkAnswer(CommunityData data, TimeProvider time)
{
    /// <param name="TopicNumber">The public number of the topic.</param>
    /// <param name="PostId">The reply; null for none.</param>
    public sealed record Input(long TopicNumber, long? PostId);

    public Task<Result<Done>> Run(Actor actor, Input input, CancellationToken cancel = default) => data.Write<Done>(
        async db =>
        {
            var now = time.GetUtcNow();
            if (await TopicRow.Find(db, input.TopicNumber) is not { Topic: var topic, Discussion: var discussion })
                return Problem.NotFound();
            if (ForumRules.WhyNotMarkAnswer(actor, topic, now) is { } refused)
                return refused;
            if (topic.AnswerPostId == input.PostId)
                return Done.Yes;

            var answer = input.PostId is { } wanted ? await db.Posts.FirstOrDefaultAsync(p => p.Id == wanted && p.DiscussionId == topic.Id, cancel) : null;
            if (input.PostId is not null && answer is not { Number: > 1, State: PostState.Visible })
                return answer is null ? Problem.NotFound() : Problem.Conflict("answer-not-a-reply");

            var was = topic.AnswerPostId;
            var change = discussion.Change();
            if (was is { } old && await db.Posts.FirstOrDefaultAsync(p => p.Id == old, cancel) is { } unmarked)
                unmarked.ChangeNumber = change;
            if (answer is not null)
                answer.ChangeNumber = change;
            topic.AnswerPostId = input.PostId;
            if (topic.AuthorId != actor.MemberId)
            {
                var action = answer is null ? "clear-answer" : "mark-answer";
                db.Raise(new StaffActed(actor.MemberId, action, new ContentRef(ContentKind.Topic, topic.Id), topic.AuthorId, null, was?.ToString(Invariant), input.PostId?.ToString(Invariant)));
            }

            return Done.Yes;
        },
        cancel);

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;
}
