using Community.Data;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>The reads under every page of posts. Compiled, because they run for each view of the most viewed pages.</summary>
internal static class PostPages
{
    private static readonly Func<CommunityDb, long, int, int, IAsyncEnumerable<PostView>> Range = EF.CompileAsyncQuery(
        (CommunityDb db, long discussionId, int first, int last) =>
            from post in db.Posts
            where post.DiscussionId == discussionId && post.Number >= first && post.Number <= last
            join member in db.Members on post.AuthorId equals member.Id into members
            from author in members.DefaultIfEmpty()
            join parent in db.Posts on new { post.DiscussionId, Number = post.ReplyToNumber } equals new { parent.DiscussionId, Number = (int?)parent.Number } into parents
            from answered in parents.DefaultIfEmpty()
            join member in db.Members on answered.AuthorId equals member.Id into people
            from answeredAuthor in people.DefaultIfEmpty()
            orderby post.Number
            select new PostView
            {
                Id = post.Id,
                Number = post.Number,
                State = post.State,
                ChangeNumber = post.ChangeNumber,
                Author = author == null ? null : new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
                Html = post.Html,
                Language = post.Language,
                CreatedAt = post.CreatedAt,
                IsDateUnknown = post.IsDateUnknown,
                EditedAt = post.EditedAt,
                IsOfficial = post.IsOfficial,
                ReplyToNumber = post.ReplyToNumber,
                ReplyToName = answeredAuthor == null || answeredAuthor.State == MemberState.Erased || answered.State != PostState.Visible ? null : answeredAuthor.DisplayName,
                Reactions = post.Reactions,
                MovedToId = post.MovedToId,
            });

    private static readonly Func<CommunityDb, long, long, int, int, IAsyncEnumerable<Own>> OwnActs = EF.CompileAsyncQuery(
        (CommunityDb db, long memberId, long discussionId, int first, int last) =>
            from post in db.Posts
            where post.DiscussionId == discussionId && post.Number >= first && post.Number <= last
            let kind = db.Reactions.Where(r => r.PostId == post.Id && r.MemberId == memberId && r.UndoneAt == null).Select(r => (ReactionKind?)r.Kind).FirstOrDefault()
            let isBookmarked = db.Bookmarks.Any(b => b.MemberId == memberId && b.PostId == post.Id)
            where kind != null || isBookmarked
            select new Own(post.Id, kind, isBookmarked));

    private static readonly Func<CommunityDb, long, int, int, IAsyncEnumerable<long>> Unseen = EF.CompileAsyncQuery(
        (CommunityDb db, long discussionId, int first, int last) =>
            db.Posts.Where(p => p.DiscussionId == discussionId && p.Number >= first && p.Number <= last && p.State != PostState.Visible && p.AuthorId != null)
                .Select(p => p.AuthorId!.Value)
                .Distinct());

    private static readonly Func<CommunityDb, long, int, int, IAsyncEnumerable<long>> Bookmarked = EF.CompileAsyncQuery(
        (CommunityDb db, long discussionId, int first, int last) =>
            db.Posts.Where(p => p.DiscussionId == discussionId && p.Number >= first && p.Number <= last && db.Bookmarks.Any(b => b.PostId == p.Id)).Select(p => p.Id));

    private static readonly Func<CommunityDb, long, int, int, IAsyncEnumerable<MemberSummary>> RecentAuthors = EF.CompileAsyncQuery(
        (CommunityDb db, long discussionId, int first, int count) =>
            db.Members.Join(
                    db.Posts.Where(p => p.DiscussionId == discussionId && p.Number >= first && p.State == PostState.Visible && p.AuthorId != null)
                        .GroupBy(p => p.AuthorId)
                        .Select(group => new { AuthorId = group.Key, Posts = group.Count(), Last = group.Max(p => p.Number) }),
                    m => m.Id,
                    group => group.AuthorId,
                    (member, group) => new { member, group.Posts, group.Last })
                .Where(x => x.member.State != MemberState.Erased)
                .OrderByDescending(x => x.Posts).ThenByDescending(x => x.Last)
                .Take(count)
                .Select(x => new MemberSummary(x.member.Id, x.member.Handle, x.member.DisplayName, x.member.Role, x.member.State)));

    private static readonly Func<CommunityDb, long, IAsyncEnumerable<TagSummary>> TagsOf = EF.CompileAsyncQuery(
        (CommunityDb db, long discussionId) =>
            db.DiscussionTags.Where(t => t.DiscussionId == discussionId)
                .OrderBy(t => t.Order)
                .Join(db.Tags, t => t.TagId, t => t.Id, (_, tag) => new TagSummary(tag.Name, tag.Key, tag.Count)));

    /// <summary>The posts of a range of numbers as the actor may see them, tombstones in their places.</summary>
    public static async Task<IReadOnlyList<PostView>> PostsOf(this CommunityDb db, Actor actor, long discussionId, int first, int last, CancellationToken cancel)
    {
        var own = actor.MemberId is { } me
            ? await OwnActs(db, me, discussionId, first, last).ToDictionaryAsync(r => r.PostId, cancellationToken: cancel)
            : [];
        var posts = new List<PostView>();
        await foreach (var post in Range(db, discussionId, first, last).WithCancellation(cancel))
        {
            if (PostSight.CanRead(actor, post.State, post.Author?.Id))
                posts.Add(own.TryGetValue(post.Id, out var mine) ? post with { Mine = mine.Kind, IsBookmarked = mine.IsBookmarked } : post);
            else if (PostSight.LeavesTombstone(post.State))
                posts.Add(Tombstone(post));
        }

        return posts;
    }

    /// <summary>The posts from one to the next, for readers who do not turn pages.</summary>
    public static async Task<Page<PostView>> StretchOf(this CommunityDb db, Actor actor, long discussionId, int lastNumber, Cursor? after, CancellationToken cancel)
    {
        var from = (int)Math.Clamp(after?.Id ?? 0, 0, lastNumber) + 1;
        var to = Math.Min(from + DiscussionLimits.PostsPerPage - 1, lastNumber);
        var posts = await db.PostsOf(actor, discussionId, from, to, cancel);
        return new Page<PostView>(posts, to < lastNumber ? new Cursor(null, to).ToString() : null);
    }

    /// <summary>Who wrote those posts of a range that only they and moderators may read.</summary>
    public static Task<List<long>> AuthorsOfUnseen(this CommunityDb db, long discussionId, int first, int last, CancellationToken cancel) =>
        Unseen(db, discussionId, first, last).ToListAsync(cancel).AsTask();

    /// <summary>The posts of a range that anybody keeps.</summary>
    public static Task<List<long>> BookmarkedOf(this CommunityDb db, long discussionId, int first, int last, CancellationToken cancel) =>
        Bookmarked(db, discussionId, first, last).ToListAsync(cancel).AsTask();

    /// <summary>The posts of a range that the member reacted to or keeps.</summary>
    public static Task<List<long>> ActedOn(this CommunityDb db, long memberId, long discussionId, int first, int last, CancellationToken cancel) =>
        OwnActs(db, memberId, discussionId, first, last).Select(own => own.PostId).ToListAsync(cancel).AsTask();

    /// <summary>What a tombstone tells: that there was a post, and where it went. Not who wrote it, nor how it was taken.</summary>
    private static PostView Tombstone(PostView post) => post with
    {
        Author = null,
        Html = "",
        Language = null,
        EditedAt = null,
        IsOfficial = false,
        ReplyToNumber = null,
        ReplyToName = null,
        Reactions = new ReactionCounts(),
        Mine = null,
        IsBookmarked = false,
        IsShown = false,
    };

    /// <summary>Who wrote most among the newest posts.</summary>
    public static Task<List<MemberSummary>> ParticipantsOf(this CommunityDb db, long discussionId, int lastNumber, int count, CancellationToken cancel) =>
        RecentAuthors(db, discussionId, lastNumber - DiscussionLimits.ParticipantWindow + 1, count).ToListAsync(cancel).AsTask();

    public static Task<List<TagSummary>> TagsOfOne(this CommunityDb db, long discussionId, CancellationToken cancel) =>
        TagsOf(db, discussionId).ToListAsync(cancel).AsTask();

    private sealed record Own(long PostId, ReactionKind? Kind, bool IsBookmarked);
}
