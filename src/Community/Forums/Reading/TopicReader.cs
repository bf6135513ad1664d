using Community.Discussions;
using Community.Discussions.Following;

namespace Community.Forums.Reading;

/// <summary>What is kept of a member and a topic.</summary>
internal sealed record TopicReader(ReadPosition? Position, long? Mark, FollowLevel? Level);
