using Community.Data;
using Community.Discussions;
using Community.Forums.Following;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>The first page: what is talked about, and how alive it is.</summary>
public sealed record HomeView(
    IReadOnlyList<TopicSummary> Lively, IReadOnlyList<TopicSummary> Latest, IReadOnlyList<TopicSummary> Unanswered,
    IReadOnlyList<OfficialPost> Official, Pulse Pulse);

public sealed class ReadHome(CommunityData data, ReadPulse pulse)
{
    private const int LivelyCount = 6;
    private const int LatestCount = 10;
    private const int UnansweredCount = 4;
    public const int OfficialCount = 4;

    public async Task<HomeView> Run(Actor actor, CancellationToken cancel = default)
    {
        var figures = await pulse.Run(cancel);
        return await data.Read(async db =>
        {
            var topics = db.Topics.VisibleTo(actor).WithoutMuted(db, actor);
            var lively = await db.Lines(topics.Where(t => t.Hot != null).In(TopicSort.Hot, null).Take(LivelyCount)).ToListAsync(cancel);
            var latest = await db.Lines(topics.In(TopicSort.Latest, null).Take(LatestCount)).ToListAsync(cancel);
            var unanswered = await db.Lines(topics.In(TopicSort.Unanswered, null).Take(UnansweredCount)).ToListAsync(cancel);
            var lines = await db.Complete(actor, [.. lively, .. latest, .. unanswered], cancel);
            return new HomeView(
                [.. lines.Take(lively.Count)], [.. lines.Skip(lively.Count).Take(latest.Count)], [.. lines.Skip(lively.Count + latest.Count)],
                await Official(db, topics).ToListAsync(cancel), figures);
        }, cancel);
    }

    private static IQueryable<OfficialPost> Official(CommunityDb db, IQueryable<Topic> topics) =>
        (from post in db.Posts
         where post.IsOfficial && post.State == PostState.Visible && post.Number > 1
         join topic in topics on post.DiscussionId equals topic.Id
         join author in db.Members on post.AuthorId equals author.Id
         orderby post.Id descending
         select new OfficialPost
         {
             Id = post.Id,
             Number = post.Number,
             CreatedAt = post.CreatedAt,
             Author = new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
             Kind = ContentKind.Topic,
             SubjectNumber = topic.Number,
             SubjectSlug = topic.Slug,
             SubjectTitle = topic.Title,
             SubjectLanguage = topic.Language,
         }).Take(OfficialCount);
}
