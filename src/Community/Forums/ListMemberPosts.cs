using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A post as a line of its author's page.</summary>
public sealed record MemberPost(
    long Id, int Number, DateTimeOffset CreatedAt, string Html, string? Language, ReactionCounts Reactions,
    long TopicNumber, string TopicSlug, string TopicTitle, string? TopicLanguage, ForumSummary Forum, bool IsAnswer);

public sealed class ListMemberPosts(CommunityData data)
{
    public const int PageSize = 20;

    /// <summary>What a member wrote, newest first, as far as the actor may read it.</summary>
    public async Task<Result<Page<MemberPost>>> Run(Actor actor, long memberId, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<Page<MemberPost>>>(async db =>
        {
            var rows = await Lines(db, actor, memberId, cursor?.Id ?? long.MaxValue).Take(PageSize + 1).ToListAsync(cancel);
            return Page<MemberPost>.Of(rows, PageSize, last => new Cursor(null, last.Id));
        }, cancel);
    }

    private static IQueryable<MemberPost> Lines(CommunityDb db, Actor actor, long memberId, long before) =>
        from post in db.Posts
        where post.AuthorId == memberId && post.Id < before && post.State == PostState.Visible
        join topic in db.Topics.VisibleTo(actor) on post.DiscussionId equals topic.Id
        join forum in db.Forums on topic.ForumId equals forum.Id
        orderby post.Id descending
        select new MemberPost(
            post.Id, post.Number, post.CreatedAt, post.Html, post.Language, post.Reactions,
            topic.Number, topic.Slug, topic.Title, topic.Language, new ForumSummary(forum.Id, forum.Slug, forum.Name, forum.Hue),
            topic.AnswerPostId == post.Id);
}
