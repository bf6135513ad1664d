using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Forums;

/// <summary>Starts a topic: title, tags and the opening post.</summary>
public sealed class StartTopic(
    CommunityData data, PrepareText prepare, AddPost posts, Tagging tagging, Ids ids, TimeProvider time, IOptions<ForumLimits> limits, IOptions<PostLimits> postLimits)
{
    /// <param name="ForumSlug">Where it is started.</param>
    /// <param name="Title">One line.</param>
    /// <param name="Body">Markdown of the opening.</param>
    /// <param name="Tags">Names with commas between them.</param>
    /// <param name="Key">Made by the client: the same key again returns the first topic.</param>
    /// <param name="Draft">The sequence of the draft that the text was kept as; 0 where there was none.</param>
    public sealed record Input(string ForumSlug, string? Title, string? Body, string? Tags, Guid Key, long Draft = 0);

    public sealed record Started(long Number, string Slug, bool IsHeld);

    public async Task<Result<Started>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        if (actor.WhyNotTakePart(time.GetUtcNow()) is { } reader)
            return reader;
        var title = input.Title?.Trim() ?? "";
        if (TextRules.WhyNotLine(title, limits.Value.Title) is { } badTitle)
            return badTitle;
        var tags = TagNames.Parse(input.Tags, postLimits.Value);
        if (tags.Problem is { } badTags)
            return badTags;
        var text = await prepare.Run(actor, Author.Of(actor), input.Body, cancel: cancel);
        if (text.Problem is { } badText)
            return badText;
        return await data.Write(db => Write(db, actor, input, title, tags.Value!, text.Value!, cancel), cancel);
    }

    private async Task<Result<Started>> Write(
        CommunityDb db, Actor actor, Input input, string title, IReadOnlyList<TagName> tags, PreparedText text, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await db.FirstResultOf(actor.MemberId!.Value, input.Key, cancel) is { } first)
            return await Repeat(db, first, cancel);
        if (await db.Forums.FirstOrDefaultAsync(f => f.Slug == input.ForumSlug, cancel) is not { } forum)
            return Problem.NotFound();
        if (ForumRules.WhyNotStart(actor, forum, now) is { } refused)
            return refused;
        var author = await db.Members.FirstAsync(m => m.Id == actor.MemberId, cancel);
        if (await TopicPace.WhyNot(db, author, Author.Of(actor), limits.Value, now, cancel) is { } tooFast)
            return tooFast;

        var discussion = new Discussion { Id = ids.Next(), SubjectKind = ContentKind.Topic, Audience = forum.ReadAudience };
        db.Discussions.Add(discussion);
        var opening = await posts.Run(db, discussion, author, Author.Of(actor), text, cancel: cancel);
        if (opening.Problem is { } problem)
            return problem;

        var topic = new Topic
        {
            Id = discussion.Id,
            Number = await db.NextNumber("topic", cancel),
            ForumId = forum.Id,
            Title = title,
            Slug = Slug.Of(title),
            Language = ContentLanguage.Detect(title) ?? text.Language,
            AuthorId = author.Id,
            CreatedAt = now,
            State = opening.Value!.State,
            Audience = forum.ReadAudience,
            LastPostId = opening.Value.Id,
            LastPostAt = now,
            LastPosterId = author.Id,
        };
        db.Topics.Add(topic);
        await tagging.Set(db, discussion.Id, opening.Value.IsVisible, tags, cancel);
        await db.EndDraft(author.Id, DraftPlace.Topic(forum.Id), input.Key, input.Draft, cancel);
        db.Receipts.Add(new Receipt { MemberId = author.Id, Key = input.Key, ContentId = topic.Id, At = now });
        return new Started(topic.Number, topic.Slug, topic.State == PostState.Held);
    }

    private static async Task<Result<Started>> Repeat(CommunityDb db, long topicId, CancellationToken cancel) =>
        await db.Topics.FirstOrDefaultAsync(t => t.Id == topicId, cancel) is { } topic
            ? new Started(topic.Number, topic.Slug, topic.State == PostState.Held)
            : Problem.Conflict("key-used");
}
