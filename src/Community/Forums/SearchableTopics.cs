using Community.Data;
using Community.Discussions;
using Community.Shared;

namespace Community.Forums;

/// <summary>Topics and what is said in them, as search finds them.</summary>
internal sealed class SearchableTopics : ISearchable
{
    public ContentKind Kind => ContentKind.Topic;

    public IQueryable<SearchablePost> Posts(CommunityDb db) =>
        from post in db.Posts
        join topic in db.Topics on post.DiscussionId equals topic.Id
        // An opening whose words are gone goes on to carry the title.
        where post.State == PostState.Visible || (post.Number == 1 && topic.State == PostState.Visible)
        select new SearchablePost
        {
            Id = post.Id,
            DiscussionId = post.DiscussionId,
            Number = post.Number,
            AuthorId = post.AuthorId,
            CreatedAt = post.CreatedAt,
            Language = post.Language,
            Html = post.State == PostState.Visible ? post.Html : "",
            Title = post.Number == 1 ? topic.Title : null,
        };

    public async Task<SearchablePost?> Post(CommunityDb db, long id, CancellationToken cancel)
    {
        if (await db.Posts.FindAsync([id], cancel) is not { } post || await db.Topics.FindAsync([post.DiscussionId], cancel) is not { } topic)
            return null;
        if (!post.IsVisible && !(post.Number == 1 && topic.State == PostState.Visible))
            return null;
        return new SearchablePost
        {
            Id = post.Id,
            DiscussionId = post.DiscussionId,
            Number = post.Number,
            AuthorId = post.AuthorId,
            CreatedAt = post.CreatedAt,
            Language = post.Language,
            Html = post.IsVisible ? post.Html : "",
            Title = post.Number == 1 ? topic.Title : null,
        };
    }

    public IQueryable<SearchableSubject> Subjects(CommunityDb db, Actor actor) =>
        from topic in db.Topics.VisibleTo(actor)
        join forum in db.Forums on topic.ForumId equals forum.Id
        select new SearchableSubject
        {
            Id = topic.Id,
            Number = topic.Number,
            Slug = topic.Slug,
            Title = topic.Title,
            Language = topic.Language,
            PlaceId = forum.Id,
            PlaceSlug = forum.Slug,
            PlaceName = forum.Name,
            PlaceHue = forum.Hue,
            IsSolved = topic.AnswerPostId != null,
            Replies = topic.ReplyCount,
            LastAt = topic.LastPostAt,
        };

    public IQueryable<SearchablePlace> Places(CommunityDb db, Actor actor) => db.Forums.VisibleTo(actor).Select(f => new SearchablePlace { Id = f.Id, Slug = f.Slug, Name = f.Name });
}
