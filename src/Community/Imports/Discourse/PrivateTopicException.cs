namespace Community.Imports.Discourse;

/// <summary>A conversation that nobody but its members may read: none of it comes in, whatever else the export says of it.</summary>
internal sealed class PrivateTopicException(long topicId) : BadRowException("it is a private conversation")
{
    public long TopicId { get; } = topicId;
}
