using Community.Data;
using Community.Discussions;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A post as a line of its author's page.</summary>
/// <param name="Kind">What it stands under.</param>
/// <param name="IsAnswer">Whether it solved its topic.</param>
public sealed record MemberPost(
    long Id, int Number, DateTimeOffset CreatedAt, string Html, string? Language, ReactionCounts Reactions,
    ContentKind Kind, long SubjectNumber, string SubjectSlug, string SubjectTitle, string? SubjectLanguage, string PlaceSlug, LocalizedText PlaceName, int PlaceHue, bool IsAnswer);

public sealed class ListMemberPosts(CommunityData data, IEnumerable<ISearchable> kinds)
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
            var rows = new List<MemberPost>();
            foreach (var kind in kinds)
                rows.AddRange(await Lines(db, kind.Kind, kind.Subjects(db, actor), memberId, cursor?.Id ?? long.MaxValue).Take(PageSize + 1).ToListAsync(cancel));
            return Page<MemberPost>.Of([.. rows.OrderByDescending(r => r.Id).Take(PageSize + 1)], PageSize, last => new Cursor(null, last.Id));
        }, cancel);
    }

    private static IQueryable<MemberPost> Lines(CommunityDb db, ContentKind kind, IQueryable<SearchableSubject> subjects, long memberId, long before) =>
        from post in db.Posts
        where post.AuthorId == memberId && post.Id < before && post.State == PostState.Visible
        join subject in subjects on post.DiscussionId equals subject.Id
        orderby post.Id descending
        select new MemberPost(
            post.Id, post.Number, post.CreatedAt, post.Html, post.Language, post.Reactions,
            kind, subject.Number, subject.Slug, subject.Title, subject.Language, subject.PlaceSlug, subject.PlaceName, subject.PlaceHue,
            db.Topics.Any(t => t.Id == post.DiscussionId && t.AnswerPostId == post.Id));
}
