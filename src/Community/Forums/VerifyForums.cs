using Community.Data;
using Community.Discussions;

namespace Community.Forums;

/// <summary>Counts again what topics and forums keep ready.</summary>
public sealed class VerifyForums : IVerify
{
    public string Name => "forums";

    public async Task<IReadOnlyList<string>> Check(CommunityDb db, CancellationToken cancel) =>
    [
        .. await Difference.In(States(db), "Topic {0}: its state is not the state of its opening.", cancel),
        .. await Difference.In(Replies(db), "Topic {0}: {1} replies shown, {2} visible.", cancel),
        .. await Difference.In(LastPosts(db), "Topic {0}: its last post is {1}, but should be {2}.", cancel),
        .. await Difference.In(Answers(db), "Topic {0}: its answer {1} is not a visible reply of its own.", cancel),
        .. await Difference.In(Audiences(db), "Topic {0}: who may read it differs from its forum or its discussion.", cancel),
        .. await Difference.In(ForumTopics(db), "Forum {0}: {1} topics shown, {2} visible.", cancel),
        .. await Difference.In(ForumPosts(db), "Forum {0}: {1} posts shown, {2} visible.", cancel),
        .. await Difference.In(ForumLast(db), "Forum {0}: its liveliest topic is {1}, but should be {2}.", cancel),
        .. await Difference.In(MemberTopics(db), "Member {0}: {1} topics shown, {2} visible.", cancel),
    ];

    // An opening that lacks in an import, or was erased, is a tombstone under a topic that is seen.
    private static IQueryable<Difference> States(CommunityDb db) => db.Topics.Select(t => new Difference
    {
        Id = t.Id,
        Kept = 1,
        Counted = db.Posts.Count(p => p.DiscussionId == t.Id && p.Number == 1 && (p.State == t.State || ((p.State == PostState.Gap || p.State == PostState.Erased) && t.State == PostState.Visible))),
    });

    private static IQueryable<Difference> Replies(CommunityDb db) => db.Topics.Select(t => new Difference
    {
        Id = t.Id,
        Kept = t.ReplyCount,
        Counted = db.Posts.Count(p => p.DiscussionId == t.Id && p.Number > 1 && p.State == PostState.Visible),
    });

    private static IQueryable<Difference> LastPosts(CommunityDb db) => db.Topics.Select(t => new Difference
    {
        Id = t.Id,
        Kept = t.LastPostId,
        Counted = db.Posts.Where(p => p.DiscussionId == t.Id && p.State == PostState.Visible).OrderByDescending(p => p.Number).Select(p => (long?)p.Id).FirstOrDefault()
            ?? db.Posts.Where(p => p.DiscussionId == t.Id && p.Number == 1).Select(p => p.Id).FirstOrDefault(),
    });

    private static IQueryable<Difference> Answers(CommunityDb db) => db.Topics.Where(t => t.AnswerPostId != null).Select(t => new Difference
    {
        Id = t.Id,
        Kept = t.AnswerPostId!.Value,
        Counted = db.Posts.Where(p => p.Id == t.AnswerPostId && p.DiscussionId == t.Id && p.Number > 1 && p.State == PostState.Visible).Select(p => p.Id).FirstOrDefault(),
    });

    private static IQueryable<Difference> Audiences(CommunityDb db) => db.Topics.Select(t => new Difference
    {
        Id = t.Id,
        Kept = 2,
        Counted = db.Forums.Count(f => f.Id == t.ForumId && f.ReadAudience == t.Audience) + db.Discussions.Count(d => d.Id == t.Id && d.Audience == t.Audience),
    });

    private static IQueryable<Difference> ForumTopics(CommunityDb db) => db.Forums.Select(f => new Difference
    {
        Id = f.Id,
        Kept = f.TopicCount,
        Counted = db.Topics.Count(t => t.ForumId == f.Id && t.State == PostState.Visible),
    });

    private static IQueryable<Difference> ForumPosts(CommunityDb db) => db.Forums.Select(f => new Difference
    {
        Id = f.Id,
        Kept = f.PostCount,
        Counted = db.Topics.Where(t => t.ForumId == f.Id && t.State == PostState.Visible).Sum(t => t.ReplyCount + 1),
    });

    private static IQueryable<Difference> ForumLast(CommunityDb db) => db.Forums.Select(f => new Difference
    {
        Id = f.Id,
        Kept = f.LastTopicId ?? 0,
        Counted = db.Topics.Where(t => t.ForumId == f.Id && t.State == PostState.Visible).OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id)
            .Select(t => (long?)t.Id).FirstOrDefault() ?? 0,
    });

    private static IQueryable<Difference> MemberTopics(CommunityDb db) => db.Members.Select(m => new Difference
    {
        Id = m.Id,
        Kept = m.TopicCount,
        Counted = db.Topics.Count(t => t.AuthorId == m.Id && t.State == PostState.Visible
            && !db.Posts.Any(p => p.DiscussionId == t.Id && p.Number == 1 && p.State == PostState.Erased)),
    });
}
