using Community.Data;
using Community.Discussions;
using Community.Discussions.Following;
using Community.Discussions.Reading;
using Community.Forums.Reading;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Forums;

public sealed class ReadTopic(CommunityData data, TimeProvider time, IOptions<ReadingLimits> limits)
{
    private const int Participants = 8;

    private static readonly Func<CommunityDb, long, Task<TopicHead?>> ByNumber = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        (from topic in db.Topics
         where topic.Number == number
         join discussion in db.Discussions on topic.Id equals discussion.Id
         join forum in db.Forums on topic.ForumId equals forum.Id
         join author in db.Members on topic.AuthorId equals author.Id
         join f in db.Forums on forum.ParentId equals f.Id into above
         from parent in above.DefaultIfEmpty()
         select new TopicHead
         {
             Id = topic.Id,
             Number = topic.Number,
             Title = topic.Title,
             Slug = topic.Slug,
             Language = topic.Language,
             Forum = new ForumSummary(forum.Id, forum.Slug, forum.Name, forum.Hue),
             ParentAudience = parent == null ? null : parent.ReadAudience,
             Parent = parent == null ? null : new ForumSummary(parent.Id, parent.Slug, parent.Name, parent.Hue),
             ForumStanding = new ForumStanding(forum.ReadAudience, forum.ReplyAudience, forum.StartAudience, forum.IsArchived),
             AuthorId = topic.AuthorId,
             Author = new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
             CreatedAt = topic.CreatedAt,
             State = topic.State,
             Audience = topic.Audience,
             IsPinned = topic.IsPinned,
             IsLocked = topic.IsLocked,
             IsLive = topic.IsLive,
             IsReadOnly = topic.IsReadOnly,
             SlowSeconds = topic.SlowSeconds,
             SlowUntil = topic.SlowUntil,
             AnswerPostId = topic.AnswerPostId,
             ReplyCount = topic.ReplyCount,
             LastNumber = discussion.LastNumber,
             LastPostId = topic.LastPostId,
             LastVisibleNumber = db.Posts.Where(p => p.Id == topic.LastPostId).Select(p => p.Number).FirstOrDefault(),
             ChangeNumber = discussion.ChangeNumber,
             LastPostAt = topic.LastPostAt,
         }).FirstOrDefault());

    private static readonly Func<CommunityDb, long, Task<long?>> IdByNumber = EF.CompileAsyncQuery((CommunityDb db, long number) =>
        db.Topics.Where(t => t.Number == number).Select(t => (long?)t.Id).FirstOrDefault());

    /// <summary>A page of a topic. What the actor may not read, and a page that does not exist, is NotFound.</summary>
    public Task<Result<TopicView>> Run(Actor actor, long number, int page, CancellationToken cancel = default) => data.Read<Result<TopicView>>(async db =>
    {
        if (await Find(db, actor, number) is not { } head || page < 1 || page > head.LastPage)
            return Problem.NotFound();

        var from = (page - 1) * DiscussionLimits.PostsPerPage + 1;
        var to = from + (head.IsLive ? DiscussionLimits.PostsOfLivePage : DiscussionLimits.PostsPerPage) - 1;
        var posts = await db.PostsOf(actor, head.Id, from, to, cancel);
        var tags = await db.TagsOfOne(head.Id, cancel);
        var people = await db.ParticipantsOf(head.Id, head.LastNumber, Participants, cancel);
        var (reader, read) = await Position(db, actor, head, cancel);
        var view = new TopicView(head, posts, page, tags, people, read) { End = to, NewFrom = NewFrom(reader?.Position, read, head), Level = reader?.Level ?? FollowLevel.Normal };
        return head.IsLive ? await AsLive(db, actor, view, cancel) : view;
    }, cancel);

    /// <summary>A topic without its posts. What the actor may not read is NotFound.</summary>
    public Task<Result<TopicOverview>> Overview(Actor actor, long number, CancellationToken cancel = default) => data.Read<Result<TopicOverview>>(async db =>
    {
        if (await Find(db, actor, number) is not { } head)
            return Problem.NotFound();
        var (reader, read) = await Position(db, actor, head, cancel);
        return new TopicOverview(head, await db.TagsOfOne(head.Id, cancel), read)
        {
            Hosts = head.IsLive ? await HostsOf(db, head.Id).ToListAsync(cancel) : [],
            Level = reader?.Level ?? FollowLevel.Normal,
        };
    }, cancel);

    /// <summary>The id behind a public number, which never changes; null where there is no such topic.</summary>
    public Task<long?> IdOf(long number, CancellationToken cancel = default) => data.Read(db => IdByNumber(db, number), cancel);

    private async Task<TopicView> AsLive(CommunityDb db, Actor actor, TopicView view, CancellationToken cancel)
    {
        var id = view.Head.Id;
        var hosted = view with { HostPeople = await HostsOf(db, id).ToListAsync(cancel) };
        return hosted with { WaitsUntil = await SlowMode.WaitsUntil(db, actor, id, view.Head.SlowSeconds, view.Head.SlowUntil, hosted.Hosts, time.GetUtcNow(), cancel) };
    }

    private static IQueryable<MemberSummary> HostsOf(CommunityDb db, long topicId) =>
        db.TopicHosts.Where(h => h.TopicId == topicId).Join(db.Members, h => h.MemberId, m => m.Id, (_, m) => m).OrderBy(m => m.Handle).Select(MemberSummary.From);

    private static async Task<TopicHead?> Find(CommunityDb db, Actor actor, long number)
    {
        if (await ByNumber(db, number) is not { } head || !ForumRules.CanSee(actor, head))
            return null;
        return head.ParentAudience is { } above && !actor.CanSee(above) ? head with { Parent = null } : head;
    }

    private static async Task<(TopicReader? Reader, int? Read)> Position(CommunityDb db, Actor actor, TopicHead head, CancellationToken cancel)
    {
        if (actor.MemberId is not { } me)
            return (null, null);
        var reader = await db.ReaderOf(me, head);
        return (reader, await db.ReadIn(reader, head, cancel));
    }

    private int? NewFrom(ReadPosition? position, int? read, TopicHead head)
    {
        if (read is not { } number)
            return null;
        // Above what is unread; else where the visit began, of which what "all read" went past is no part.
        var first = number < head.LastVisibleNumber || position is null || number > position.Number ? number + 1 : ReadPosition.NewFrom(number, position.Since, position.At, time.GetUtcNow(), limits.Value.VisitLasts);
        return first > 1 && first <= head.LastVisibleNumber ? first : null;
    }
}
