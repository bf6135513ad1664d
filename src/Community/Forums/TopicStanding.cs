using Community.Discussions;

namespace Community.Forums;

/// <summary>What the rules ask of a topic, whether it was read to be changed or to be shown.</summary>
public readonly record struct TopicStanding(string Audience, PostState State, long AuthorId, bool IsLocked, bool IsReadOnly = false)
{
    public static implicit operator TopicStanding(Topic topic) => new(topic.Audience, topic.State, topic.AuthorId, topic.IsLocked, topic.IsReadOnly);

    public static implicit operator TopicStanding(TopicHead topic) => new(topic.Audience, topic.State, topic.AuthorId, topic.IsLocked, topic.IsReadOnly);
}

/// <summary>What the rules ask of a forum.</summary>
public readonly record struct ForumStanding(string ReadAudience, string ReplyAudience, string StartAudience, bool IsArchived)
{
    public static implicit operator ForumStanding(Forum forum) => new(forum.ReadAudience, forum.ReplyAudience, forum.StartAudience, forum.IsArchived);

    public static implicit operator ForumStanding(ForumView forum) => new(forum.ReadAudience, forum.ReplyAudience, forum.StartAudience, forum.IsArchived);
}
