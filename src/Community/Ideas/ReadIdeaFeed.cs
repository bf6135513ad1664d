using Community.Data;
using Community.Discussions;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Ideas;

/// <summary>What is new about ideas, for programs that look again and again: ideas by the time they were submitted, or what is said of one.</summary>
public sealed class ReadIdeaFeed(CommunityData data)
{
    public Task<IReadOnlyList<FeedPost>> Latest(Actor actor, CancellationToken cancel = default) => data.Read(db => Openings(db, db.Ideas.VisibleTo(actor), cancel), cancel);

    public Task<IReadOnlyList<FeedPost>> OfTag(Actor actor, string key, CancellationToken cancel = default) => data.Read(
        db => Openings(db, db.Ideas.VisibleTo(actor).Tagged(db, key), cancel), cancel);

    /// <summary>NotFound where the actor may not read the board.</summary>
    public Task<Result<Feed>> OfBoard(Actor actor, string slug, CancellationToken cancel = default) => data.Read<Result<Feed>>(
        async db =>
        {
            if (await db.IdeaBoards.VisibleTo(actor).Where(b => b.Slug == slug).Select(b => new { b.Id, b.Name, b.Rules }).FirstOrDefaultAsync(cancel) is not { } board)
                return Problem.NotFound();
            return new Feed(board.Name, board.Rules, null, await Openings(db, db.Ideas.VisibleTo(actor).Where(i => i.BoardId == board.Id), cancel));
        },
        cancel);

    /// <summary>NotFound where the actor may not read the idea, or reads it within another one.</summary>
    public Task<Result<Feed>> OfIdea(Actor actor, long number, CancellationToken cancel = default) => data.Read<Result<Feed>>(
        async db =>
        {
            var ideas = db.Ideas.VisibleTo(actor).Where(i => i.Number == number);
            if (await ideas.Select(i => new { i.Id, i.Title, i.Language }).FirstOrDefaultAsync(cancel) is not { } idea)
                return Problem.NotFound();
            var posts = db.Posts.Where(p => p.DiscussionId == idea.Id && p.State == PostState.Visible)
                .Join(ideas, p => p.DiscussionId, i => i.Id, (post, idea) => new Placed { Post = post, Idea = idea }).OrderByDescending(x => x.Post.Number).Take(Feed.Size);
            return new Feed(new LocalizedText(idea.Title, idea.Title), LocalizedText.Empty, idea.Language, await Entries(db, posts).OrderByDescending(e => e.Number).ToListAsync(cancel));
        },
        cancel);

    private static async Task<IReadOnlyList<FeedPost>> Openings(CommunityDb db, IQueryable<Idea> ideas, CancellationToken cancel)
    {
        var newest = ideas.OrderByDescending(i => i.Id).Take(Feed.Size);
        var openings = newest.Join(db.Posts.Where(p => p.Number == 1 && p.State == PostState.Visible), i => i.Id, p => p.DiscussionId, (idea, post) => new Placed { Post = post, Idea = idea });
        return await Entries(db, openings).OrderByDescending(e => e.Id).ToListAsync(cancel);
    }

    private static IQueryable<FeedPost> Entries(CommunityDb db, IQueryable<Placed> placed) =>
        from x in placed
        join board in db.IdeaBoards on x.Idea.BoardId equals board.Id
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
            Kind = ContentKind.Idea,
            SubjectNumber = x.Idea.Number,
            SubjectSlug = x.Idea.Slug,
            SubjectTitle = x.Idea.Title,
            PlaceSlug = board.Slug,
            PlaceName = board.Name,
        };

    private sealed class Placed
    {
        public required Post Post { get; init; }

        public required Idea Idea { get; init; }
    }
}
