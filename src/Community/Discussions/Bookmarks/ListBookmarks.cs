using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions.Bookmarks;

/// <summary>What a member has kept, the newest first. A post that they can no longer read stays without its words.</summary>
public sealed class ListBookmarks(CommunityData data, IEnumerable<IContentNames> names)
{
    private const int PageSize = 30;
    private const int WordsLength = 4_000;

    /// <param name="Bookmark">What was kept, and why.</param>
    /// <param name="Post">Null where it is not to be read any more.</param>
    public sealed record Line(Bookmark Bookmark, PostLine? Post);

    /// <param name="Number">In its discussion.</param>
    /// <param name="Html">What it says.</param>
    /// <param name="Language">Of the text.</param>
    /// <param name="Author">Who says it; null where they are gone.</param>
    /// <param name="Within">What it stands in.</param>
    public sealed record PostLine(int Number, string Html, string? Language, string? Author, ContentName? Within);

    public async Task<Result<Page<Line>>> Run(Actor actor, string? after, CancellationToken cancel = default)
    {
        var cursor = Cursor.Read(after);
        if (actor.MemberId is not { } me)
            return Problem.Forbidden("sign-in");
        if (after is not null && cursor is null)
            return Problem.NotFound();
        return await data.Read<Result<Page<Line>>>(
            async db =>
            {
                var own = db.Bookmarks.Where(b => b.MemberId == me);
                if (cursor is { } last)
                    own = own.Where(b => b.Id < last.Id);
                var rows = await own.OrderByDescending(b => b.Id).Take(PageSize + 1).ToListAsync(cancel);
                var page = Page<Bookmark>.Of(rows, PageSize, b => new Cursor(null, b.Id));
                var posts = await Readable(db, actor, [.. page.Items.Select(b => b.PostId)], cancel);
                return new Page<Line>([.. page.Items.Select(b => new Line(b, posts.GetValueOrDefault(b.PostId)))], page.Next);
            },
            cancel);
    }

    private async Task<Dictionary<long, PostLine>> Readable(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = await (from post in db.Posts
                           where ids.Contains(post.Id)
                           join discussion in db.Discussions.VisibleTo(actor) on post.DiscussionId equals discussion.Id
                           join o in db.Posts.Where(o => o.Number == 1) on discussion.Id equals o.DiscussionId into openings
                           from opening in openings.DefaultIfEmpty()
                           join m in db.Members on post.AuthorId equals m.Id into members
                           from author in members.DefaultIfEmpty()
                           select new { post, discussion.SubjectKind, Opening = opening == null ? null : new { opening.State, opening.AuthorId }, Author = author == null ? null : author.DisplayName })
            .ToListAsync(cancel);
        var readable = found.Where(f => PostSight.CanRead(actor, f.post.State, f.post.AuthorId)
            && (f.Opening is null || PostSight.CanReadUnder(actor, f.Opening.State, f.Opening.AuthorId))).ToList();
        var places = new Dictionary<ContentRef, ContentName>();
        foreach (var kind in readable.GroupBy(f => f.SubjectKind))
        {
            foreach (var (id, name) in await names.First(n => n.Kind == kind.Key).Names(db, [.. kind.Select(f => f.post.DiscussionId).Distinct()], cancel))
                places[new ContentRef(kind.Key, id)] = name;
        }

        return readable.ToDictionary(f => f.post.Id, f => new PostLine(
            f.post.Number, f.post.Html.Length > WordsLength ? f.post.Html[..WordsLength] : f.post.Html, f.post.Language, f.Author, places.GetValueOrDefault(new ContentRef(f.SubjectKind, f.post.DiscussionId))));
    }
}
