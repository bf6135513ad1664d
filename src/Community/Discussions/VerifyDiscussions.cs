using Community.Data;

namespace Community.Discussions;

/// <summary>Counts again what discussions keep ready: numbers, changes, revisions, tags, and the posts that members are shown to have.</summary>
public sealed class VerifyDiscussions : IVerify
{
    public string Name => "discussions";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel) =>
    [
        .. await Difference.In(Highest(db), "Discussion {0}: the last number is {1}, but its highest post is {2}.", cancel),
        .. await Difference.In(Posts(db), "Discussion {0}: the last number is {1}, but it has {2} posts.", cancel),
        .. await Difference.In(Changes(db), "Discussion {0}: the last change is {1}, but a post carries {2}.", cancel),
        .. await Difference.In(Revisions(db), "Post {0}: {1} revisions shown, {2} kept.", cancel),
        .. await Difference.In(Tags(db), "Tag {0}: {1} subjects shown, {2} visible.", cancel),
        .. await Difference.In(MemberPosts(db), "Member {0}: {1} posts shown, {2} visible.", cancel),
    ];

    private static IQueryable<Difference> Highest(CommunityDb db) => db.Discussions.Select(d => new Difference
    {
        Id = d.Id,
        Kept = d.LastNumber,
        Counted = db.Posts.Where(p => p.DiscussionId == d.Id).Max(p => (int?)p.Number) ?? 0,
    });

    private static IQueryable<Difference> Posts(CommunityDb db) => db.Discussions.Select(d => new Difference
    {
        Id = d.Id,
        Kept = d.LastNumber,
        Counted = db.Posts.Count(p => p.DiscussionId == d.Id),
    });

    private static IQueryable<Difference> Changes(CommunityDb db) => db.Discussions
        .Select(d => new Difference
        {
            Id = d.Id,
            Kept = d.ChangeNumber,
            Counted = db.Posts.Where(p => p.DiscussionId == d.Id).Max(p => (long?)p.ChangeNumber) ?? 0,
        })
        .Where(d => d.Counted > d.Kept);

    private static IQueryable<Difference> Revisions(CommunityDb db) => db.Posts.Select(p => new Difference
    {
        Id = p.Id,
        Kept = p.RevisionCount,
        Counted = db.Revisions.Count(r => r.PostId == p.Id),
    });

    private static IQueryable<Difference> Tags(CommunityDb db) => db.Tags.Select(t => new Difference
    {
        Id = t.Id,
        Kept = t.Count,
        Counted = db.DiscussionTags.Count(x => x.TagId == t.Id
            && db.Posts.Any(p => p.DiscussionId == x.DiscussionId && p.Number == 1 && p.State == PostState.Visible)),
    });

    private static IQueryable<Difference> MemberPosts(CommunityDb db) => db.Members.Select(m => new Difference
    {
        Id = m.Id,
        Kept = m.PostCount,
        Counted = db.Posts.Count(p => p.AuthorId == m.Id && p.State == PostState.Visible),
    });
}
