using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Discussions;

/// <summary>Posts as the moderators' desk handles them.</summary>
internal sealed class ModeratedPosts(ChangePostState change) : IModerated
{
    private const int ExcerptLength = 160;
    private const int EnoughForExcerpt = 1_000;

    public ContentKind Kind => ContentKind.Post;

    public Task<IReadOnlyList<ModeratedItem>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        Items(db, actor, db.Posts.Where(p => ids.Contains(p.Id)), cancel);

    public Task<IReadOnlyList<ModeratedItem>> Held(CommunityDb db, Actor actor, long after, int count, CancellationToken cancel) =>
        Items(db, actor, db.Posts.Where(p => p.State == PostState.Held && p.Id > after).OrderBy(p => p.Id).Take(count), cancel);

    public Task<int> HeldCount(CommunityDb db, CancellationToken cancel) => db.Posts.CountAsync(p => p.State == PostState.Held, cancel);

    public async Task<Result<Done>> Bring(Actor actor, long id, ContentState from, ContentState to, string? reason, CancellationToken cancel) =>
        await change.Run(actor, new ChangePostState.Input(id, StateOf(to), reason, StateOf(from)), cancel);

    private static async Task<IReadOnlyList<ModeratedItem>> Items(CommunityDb db, Actor actor, IQueryable<Post> posts, CancellationToken cancel)
    {
        // Under an opening that is hidden or removed nothing exists for members.
        if (!actor.IsModerator)
            posts = posts.Where(p => db.Posts.Any(o => o.DiscussionId == p.DiscussionId && o.Number == 1 && (o.State == PostState.Visible || o.State == PostState.Gap || o.State == PostState.Erased || o.AuthorId == actor.MemberId)));
        var rows = await posts
            .Join(db.Discussions.VisibleTo(actor), p => p.DiscussionId, d => d.Id, (p, _) => p)
            .Select(p => new { p.Id, p.AuthorId, p.State, p.CreatedAt, Start = p.Body.Substring(0, EnoughForExcerpt) })
            .ToListAsync(cancel);
        return
        [
            .. from row in rows
               let state = StateOf(row.State)
               where state is not null
               select new ModeratedItem(new ContentRef(ContentKind.Post, row.Id), row.AuthorId, Excerpt.Of(row.Start, ExcerptLength), state.Value, row.CreatedAt),
        ];
    }

    private static ContentState? StateOf(PostState state) => state switch
    {
        PostState.Visible => ContentState.Visible,
        PostState.Held => ContentState.Held,
        PostState.Hidden => ContentState.Hidden,
        PostState.RemovedByStaff or PostState.RemovedByAuthor => ContentState.Removed,
        _ => null,
    };

    private static PostState StateOf(ContentState state) => state switch
    {
        ContentState.Visible => PostState.Visible,
        ContentState.Held => PostState.Held,
        ContentState.Hidden => PostState.Hidden,
        _ => PostState.RemovedByStaff,
    };
}
