using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>What is new, for programs that look again and again: topics by the time they were started, or the posts of one topic.</summary>
public sealed class ReadFeed(CommunityData data)
{
    public Task<Feed> Latest(Actor actor, CancellationToken cancel = default) => data.Read(
        async db => new Feed(null, LocalizedText.Empty, null, await Openings(db, db.Topics.VisibleTo(actor), cancel)),
        cancel);

    /// <summary>NotFound where the actor may not read the forum.</summary>
    public Task<Result<Feed>> OfForum(Actor actor, string slug, CancellationToken cancel = default) => data.Read<Result<Feed>>(
        async db =>
        {
            if (await db.Forums.VisibleTo(actor).Where(f => f.Slug == slug).Select(f => new { f.Id, f.Name, f.Description }).FirstOrDefaultAsync(cancel) is not { } forum)
                return Problem.NotFound();
            return new Feed(forum.Name, forum.Description, null, await Openings(db, db.Topics.VisibleTo(actor).Where(t => t.ForumId == forum.Id), cancel));
        },
        cancel);

    /// <summary>NotFound where there is no such tag; empty where no topic carries it that the actor may read.</summary>
    public Task<Result<Feed>> OfTag(Actor actor, string key, CancellationToken cancel = default) => data.Read<Result<Feed>>(
        async db =>
        {
            if (await db.Tags.Where(t => t.Key == key).Select(t => new { t.Id, t.Name }).FirstOrDefaultAsync(cancel) is not { } tag)
                return Problem.NotFound();
            var tagged = db.DiscussionTags.Where(t => t.TagId == tag.Id).OrderByDescending(t => t.DiscussionId)
                .Join(db.Topics.VisibleTo(actor), t => t.DiscussionId, t => t.Id, (_, topic) => topic);
            var posts = await Openings(db, tagged, cancel);
            return new Feed(new LocalizedText(tag.Name, tag.Name), LocalizedText.Empty, null, posts);
        },
        cancel);

    /// <summary>NotFound where the actor may not read the topic.</summary>
    public Task<Result<Feed>> OfTopic(Actor actor, long number, CancellationToken cancel = default) => data.Read<Result<Feed>>(
        async db =>
        {
            var topics = db.Topics.VisibleTo(actor).Where(t => t.Number == number);
            if (await topics.Select(t => new { t.Id, t.Title, t.Language }).FirstOrDefaultAsync(cancel) is not { } topic)
                return Problem.NotFound();
            var posts = db.Posts.Where(p => p.DiscussionId == topic.Id && p.State == PostState.Visible)
                .Join(topics, p => p.DiscussionId, t => t.Id, (post, topic) => new Placed { Post = post, Topic = topic }).OrderByDescending(x => x.Post.Number).Take(Feed.Size);
            return new Feed(new LocalizedText(topic.Title, topic.Title), LocalizedText.Empty, topic.Language, await Entries(db, posts).OrderByDescending(e => e.Number).ToListAsync(cancel));
        },
        cancel);

    private static async Task<IReadOnlyList<FeedPost>> Openings(CommunityDb db, IQueryable<Topic> topics, CancellationToken cancel)
    {
        var newest = topics.OrderByDescending(t => t.Id).Take(Feed.Size);
        var openings = newest.Join(db.Posts.Where(p => p.Number == 1 && p.State == PostState.Visible), t => t.Id, p => p.DiscussionId, (topic, post) => new Placed { Post = post, Topic = topic });
        return await Entries(db, openings).OrderByDescending(e => e.Id).ToListAsync(cancel);
    }

    private static IQueryable<FeedPost> Entries(CommunityDb db, IQueryable<Placed> placed) =>
        from x in placed
        join forum in db.Forums on x.Topic.ForumId equals forum.Id
        join member in db.Members on x.Post.AuthorId equals member.Id into members
        from author in members.DefaultIfEmpty()
        select new FeedPost
        {
            Id = x.Post.Id,
            Number = x.Post.Number,
            Html = x.Post.Html,
            Language = x.Post.Language,
            CreatedAt = x.Post.CreatedAt,
            EditedAt = x.Post.EditedAt,
            Author = author == null ? null : new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
            Kind = ContentKind.Topic,
            SubjectNumber = x.Topic.Number,
            SubjectSlug = x.Topic.Slug,
            SubjectTitle = x.Topic.Title,
            PlaceSlug = forum.Slug,
            PlaceName = forum.Name,
        };

    private sealed class Placed
    {
        public required Post Post { get; init; }

        public required Topic Topic { get; init; }
    }
}
