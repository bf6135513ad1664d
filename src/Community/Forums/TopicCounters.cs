using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>Keeps the figures of topics and forums in step with their posts. The changed rows are in memory only, so queries leave them out.</summary>
internal sealed class TopicCounters : IHandle<PostWritten>, IHandle<PostStateChanged>
{
    public async Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel)
    {
        if (!happened.IsVisible || await Rows(db, happened.SubjectKind, happened.DiscussionId, happened.PostId, cancel) is not var (topic, forum, post))
            return;
        if (post.Number == 1)
        {
            Count(forum, topic, 1);
        }
        else
        {
            topic.ReplyCount++;
            (topic.LastPostId, topic.LastPostAt, topic.LastPosterId) = (post.Id, post.CreatedAt, happened.AuthorId);
            forum.PostCount += topic.State == PostState.Visible ? 1 : 0;
        }

        if (topic.State == PostState.Visible)
            Later(forum, topic.Id, topic.LastPostAt);
    }

    public async Task Handle(PostStateChanged happened, CommunityDb db, CancellationToken cancel)
    {
        if (await Rows(db, happened.SubjectKind, happened.DiscussionId, happened.PostId, cancel) is not var (topic, forum, post))
            return;
        if (post.Number == 1)
            topic.State = OutlivesItsOpening(topic, post, happened.WasVisible) ? PostState.Visible : post.State;
        if (happened.WasVisible == happened.IsVisible)
            return;

        var by = happened.IsVisible ? 1 : -1;
        if (post.Number == 1)
        {
            if (post.IsVisible == (topic.State == PostState.Visible))
                Count(forum, topic, by);
        }
        else
        {
            topic.ReplyCount += by;
            forum.PostCount += topic.State == PostState.Visible ? by : 0;
            if (topic.AnswerPostId == post.Id)
                topic.AnswerPostId = null;
        }

        await FindLast(db, topic, post, cancel);
        await FindLast(db, forum, topic, cancel);
    }

    // Who is erased takes their own words along and not the answers of others, as with an opening that lacks in an import.
    private static bool OutlivesItsOpening(Topic topic, Post opening, bool wasVisible) =>
        opening.State == PostState.Erased && wasVisible && topic.ReplyCount > 0;

    /// <summary>A visible topic comes to a forum (1) or goes (-1), with its visible posts.</summary>
    public static void Count(Forum forum, Topic topic, int by)
    {
        forum.TopicCount += by;
        forum.PostCount += by * (1 + topic.ReplyCount);
    }

    /// <summary>The forum's liveliest topic, from the others in the database and this one as it is in memory.</summary>
    public static async Task FindLast(CommunityDb db, Forum forum, Topic changed, CancellationToken cancel)
    {
        var other = await db.Topics
            .Where(t => t.ForumId == forum.Id && t.State == PostState.Visible && t.Id != changed.Id)
            .OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id)
            .Select(t => new { t.Id, t.LastPostAt })
            .FirstOrDefaultAsync(cancel);
        (forum.LastTopicId, forum.LastPostAt) = (other?.Id, other?.LastPostAt);
        if (changed.ForumId == forum.Id && changed.State == PostState.Visible)
            Later(forum, changed.Id, changed.LastPostAt);
    }

    private static void Later(Forum forum, long topicId, DateTimeOffset at)
    {
        if (forum.LastPostAt is not { } known || at > known || (at == known && topicId >= forum.LastTopicId))
            (forum.LastTopicId, forum.LastPostAt) = (topicId, at);
    }

    // The visible post with the highest number; the opening where none is visible.
    private static async Task FindLast(CommunityDb db, Topic topic, Post changed, CancellationToken cancel)
    {
        var others = db.Posts.AsNoTracking().Where(p => p.DiscussionId == topic.Id && p.Id != changed.Id);
        var last = await others.Where(p => p.State == PostState.Visible).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel)
            ?? await others.FirstOrDefaultAsync(p => p.Number == 1, cancel);
        if (last is null || (changed.IsVisible && (!last.IsVisible || changed.Number > last.Number)))
            last = changed;
        (topic.LastPostId, topic.LastPostAt, topic.LastPosterId) = (last.Id, last.CreatedAt, last.AuthorId ?? topic.AuthorId);
    }

    private static async Task<(Topic Topic, Forum Forum, Post Post)?> Rows(CommunityDb db, ContentKind kind, long discussionId, long postId, CancellationToken cancel)
    {
        if (kind != ContentKind.Topic)
            return null;
        var topic = (await db.Topics.FindAsync([discussionId], cancel))!;
        return (topic, (await db.Forums.FindAsync([topic.ForumId], cancel))!, (await db.Posts.FindAsync([postId], cancel))!);
    }
}
