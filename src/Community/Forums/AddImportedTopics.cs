using Community.Data;
using Community.Discussions;
using Community.Imports.Contract;
using Community.Members;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>
/// Takes in topics from elsewhere with their posts, reactions and tags, and brings every counter along. It raises nothing: nobody is told
/// of what was written years ago, and nobody earns by it.
/// </summary>
internal sealed class AddImportedTopics(IDatabaseProvider provider, Ids ids) : IHandle<TopicsImported>
{
    public async Task Handle(TopicsImported happened, CommunityDb db, CancellationToken cancel)
    {
        var forumIds = happened.Topics.Select(t => t.ForumId).Distinct().ToList();
        var memberIds = happened.Topics.SelectMany(t => t.Posts.Select(p => p.AuthorId).Append(t.AuthorId)).OfType<long>().Distinct().ToList();

        // Members that came with the topics, and forums, must stand before rows that refer to them go in beside the tracker.
        await db.SaveChangesAsync(cancel);
        var forums = await db.Forums.Where(f => forumIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
        var members = await db.Members.Where(m => memberIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        var rows = new ImportedRows();
        var topics = happened.Topics.Select(t => WithoutErased(t, members)).ToList();
        foreach (var topic in topics)
            rows.Add(topic, await db.NextNumber("topic", cancel), forums[topic.ForumId]);

        await provider.BulkInsert(db, rows.Discussions, cancel);
        await provider.BulkInsert(db, rows.Topics, cancel);
        await provider.BulkInsert(db, rows.Posts, cancel);
        await provider.BulkInsert(db, rows.Reactions, cancel);
        foreach (var topic in rows.Topics)
            Count(forums[topic.ForumId], members[topic.AuthorId], topic);
        foreach (var post in rows.Posts)
            Count(post.AuthorId is { } author ? members[author] : null, post);
        await Tag(db, topics, rows, cancel);
    }

    // Who was erased here does not come back with what their words are kept in elsewhere.
    private static ImportedTopic WithoutErased(ImportedTopic topic, Dictionary<long, Member> members)
    {
        bool IsErased(long? author) => author is { } id && members[id].State == MemberState.Erased;

        if (!topic.Posts.Any(p => IsErased(p.AuthorId)))
            return topic;
        return topic with
        {
            Title = IsErased(topic.AuthorId) ? PersonalTopics.NeutralTitle.En : topic.Title,
            Tags = IsErased(topic.AuthorId) ? [] : topic.Tags,
            Posts = [.. topic.Posts.Select(p => IsErased(p.AuthorId) ? p with { State = ImportedState.RemovedByAuthor, Body = "", Html = "", Language = null } : p)],
        };
    }

    private static void Count(Forum forum, Member author, Topic topic)
    {
        if (topic.State != PostState.Visible)
            return;
        author.TopicCount++;
        forum.TopicCount++;
        forum.PostCount += 1 + topic.ReplyCount;
        if (forum.LastPostAt is not { } known || (topic.LastPostAt, topic.Id).CompareTo((known, forum.LastTopicId ?? 0)) > 0)
            (forum.LastPostAt, forum.LastTopicId) = (topic.LastPostAt, topic.Id);
    }

    private static void Count(Member? author, Post post)
    {
        if (author is null)
            return;
        author.PostCount += post.IsVisible ? 1 : 0;
        author.ReactionsReceived += post.Reactions.Total;
    }

    private async Task Tag(CommunityDb db, IReadOnlyList<ImportedTopic> topics, ImportedRows rows, CancellationToken cancel)
    {
        var keys = topics.SelectMany(t => t.Tags).Select(TagNames.Key).Distinct().ToList();
        if (keys.Count == 0)
            return;
        var tags = await db.Tags.Where(t => keys.Contains(t.Key)).ToDictionaryAsync(t => t.Key, cancel);
        var openings = rows.Posts.Where(p => p.Number == 1).ToDictionary(p => p.DiscussionId);
        foreach (var topic in topics)
        {
            var order = 0;
            foreach (var name in topic.Tags.DistinctBy(TagNames.Key))
            {
                if (!tags.TryGetValue(TagNames.Key(name), out var tag))
                {
                    tags.Add(TagNames.Key(name), tag = new Tag { Id = ids.Next(), Name = name, Key = TagNames.Key(name) });
                    db.Tags.Add(tag);
                }

                tag.Count += openings[topic.Id].IsVisible ? 1 : 0;
                db.DiscussionTags.Add(new DiscussionTag { DiscussionId = topic.Id, TagId = tag.Id, Order = order++ });
            }
        }
    }
}
