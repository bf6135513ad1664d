using Community.Data;
using Community.Discussions;
using Community.Forums.Reading;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>What every list of topics has in common: the order, the stretch after a cursor, and the line of a topic.</summary>
internal static class TopicLists
{
    /// <summary>The topics after the cursor in the order, along its index. For <see cref="TopicSort.Hot"/> those without a reaction come in a stretch of their own.</summary>
    public static IQueryable<Topic> In(this IQueryable<Topic> topics, TopicSort sort, Cursor? after)
    {
        var (id, time, hot) = (after?.Id ?? long.MaxValue, after?.Time ?? DateTimeOffset.MaxValue, after?.Number);
        return sort switch
        {
            TopicSort.Latest => (after is null ? topics : topics.Where(t => t.LastPostAt <= time && (t.LastPostAt < time || t.Id < id)))
                .OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id),
            TopicSort.Newest => (after is null ? topics : topics.Where(t => t.Id < id)).OrderByDescending(t => t.Id),
            // What nobody can answer does not wait for an answer.
            TopicSort.Unanswered => (after is null ? topics : topics.Where(t => t.Id < id)).Where(t => t.ReplyCount == 0 && !t.IsLocked).OrderByDescending(t => t.Id),
            _ => (after is null ? topics.Where(t => t.Hot != null) : topics.Where(t => t.Hot <= hot && (t.Hot < hot || t.Id < id)))
                .OrderByDescending(t => t.Hot).ThenByDescending(t => t.Id),
        };
    }

    public static async Task<Page<TopicSummary>> PageOf(
        this CommunityDb db, IQueryable<Topic> topics, TopicSort sort, Cursor? after, int size, CancellationToken cancel)
    {
        var rows = new List<TopicSummary>();
        if (sort != TopicSort.Hot || after is not { Key: null })
            rows.AddRange(await db.Lines(topics.In(sort, after).Take(size + 1)).ToListAsync(cancel));
        if (sort == TopicSort.Hot && rows.Count <= size)
        {
            var cold = after is { Key: null } rest ? topics.Where(t => t.Id < rest.Id) : topics;
            rows.AddRange(await db.Lines(cold.Where(t => t.Hot == null).OrderByDescending(t => t.Id).Take(size + 1 - rows.Count)).ToListAsync(cancel));
        }

        return Page<TopicSummary>.Of(rows, size, last => sort switch
        {
            TopicSort.Latest => Cursor.Of(last.LastPostAt, last.Id),
            TopicSort.Hot => Cursor.Of(last.Hot, last.Id),
            _ => new Cursor(null, last.Id),
        });
    }

    public static IQueryable<TopicSummary> Lines(this CommunityDb db, IQueryable<Topic> topics) =>
        from topic in topics
        join forum in db.Forums on topic.ForumId equals forum.Id
        join discussion in db.Discussions on topic.Id equals discussion.Id
        join author in db.Members on topic.AuthorId equals author.Id
        join last in db.Members on topic.LastPosterId equals last.Id
        select new TopicSummary
        {
            Id = topic.Id,
            Number = topic.Number,
            Title = topic.Title,
            Slug = topic.Slug,
            Language = topic.Language,
            Forum = new ForumSummary(forum.Id, forum.Slug, forum.Name, forum.Hue),
            Author = new MemberSummary(author.Id, author.Handle, author.DisplayName, author.Role, author.State),
            LastPoster = new MemberSummary(last.Id, last.Handle, last.DisplayName, last.Role, last.State),
            CreatedAt = topic.CreatedAt,
            LastPostAt = topic.LastPostAt,
            ReplyCount = topic.ReplyCount,
            LastNumber = discussion.LastNumber,
            LastPostId = topic.LastPostId,
            LastVisibleNumber = db.Posts.Where(p => p.Id == topic.LastPostId).Select(p => p.Number).FirstOrDefault(),
            IsPinned = topic.IsPinned,
            IsLocked = topic.IsLocked,
            IsSolved = topic.AnswerPostId != null,
            Hot = topic.Hot,
        };

    /// <summary>The lines with their tags and, for a member, what is new: one query each for the whole page.</summary>
    public static async Task<IReadOnlyList<TopicSummary>> Complete(
        this CommunityDb db, Actor actor, IReadOnlyList<TopicSummary> lines, CancellationToken cancel)
    {
        if (lines.Count == 0)
            return lines;
        var ids = lines.Select(l => l.Id).Distinct().ToList();
        var tagged = await db.DiscussionTags.Where(t => ids.Contains(t.DiscussionId))
            .Join(db.Tags, t => t.TagId, t => t.Id, (t, tag) => new { t.DiscussionId, t.Order, Tag = new TagSummary(tag.Name, tag.Key, tag.Count) })
            .ToListAsync(cancel);
        var tags = tagged.OrderBy(t => t.Order).ToLookup(t => t.DiscussionId, t => t.Tag);
        var reader = actor.MemberId is { } me ? await db.ReadIn(me, lines, cancel) : ListReader.Visitor;
        return [.. lines.Select(l => l with
        {
            Tags = [.. tags[l.Id]],
            IsFollowed = reader.Follows(l),
            NewPosts = reader.Read.TryGetValue(l.Id, out var number) ? Math.Max(0, l.LastVisibleNumber - number) : null,
        })];
    }
}
