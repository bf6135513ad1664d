using Community.Data;
using Community.Discussions;
using Community.Shared;

namespace Community.Ideas;

/// <summary>Ideas and what is said of them, as search finds them: those that are told within another one as well, under their own address.</summary>
internal sealed class SearchableIdeas : ISearchable
{
    public ContentKind Kind => ContentKind.Idea;

    public IQueryable<SearchablePost> Posts(CommunityDb db) =>
        from post in db.Posts
        join idea in db.Ideas on post.DiscussionId equals idea.Id
        // An opening whose words are gone goes on to carry the title.
        where post.State == PostState.Visible || (post.Number == 1 && idea.State == PostState.Visible)
        select new SearchablePost
        {
            Id = post.Id,
            DiscussionId = post.DiscussionId,
            Number = post.Number,
            AuthorId = post.AuthorId,
            CreatedAt = post.CreatedAt,
            Language = post.Language,
            Html = post.State == PostState.Visible ? post.Html : "",
            Title = post.Number == 1 ? idea.Title : null,
        };

    public async Task<SearchablePost?> Post(CommunityDb db, long id, CancellationToken cancel)
    {
        if (await db.Posts.FindAsync([id], cancel) is not { } post || await db.Ideas.FindAsync([post.DiscussionId], cancel) is not { } idea)
            return null;
        if (!post.IsVisible && !(post.Number == 1 && idea.State == PostState.Visible))
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
            Title = post.Number == 1 ? idea.Title : null,
        };
    }

    public IQueryable<SearchableSubject> Subjects(CommunityDb db, Actor actor)
    {
        var audiences = actor.Audiences;
        return
            from idea in db.Ideas
            where idea.State == PostState.Visible && audiences.Contains(idea.Audience)
            join board in db.IdeaBoards on idea.BoardId equals board.Id
            select new SearchableSubject
            {
                Id = idea.Id,
                Number = idea.Number,
                Slug = idea.Slug,
                Title = idea.Title,
                Language = idea.Language,
                PlaceId = board.Id,
                PlaceSlug = board.Slug,
                PlaceName = board.Name,
                PlaceHue = board.Hue,
                IsSolved = false,
                Replies = idea.CommentCount,
                LastAt = idea.LastPostAt,
                Status = idea.Status.ToString(),
                Backers = idea.BackerCount,
            };
    }

    public IQueryable<SearchablePlace> Places(CommunityDb db, Actor actor) => db.IdeaBoards.VisibleTo(actor).Select(b => new SearchablePlace { Id = b.Id, Slug = b.Slug, Name = b.Name });
}
