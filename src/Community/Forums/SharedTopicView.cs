namespace Community.Forums;

/// <summary>A page of a topic as many see it.</summary>
/// <param name="View">The page.</param>
/// <param name="Apart">Members who see or may do something else on it: who started the topic, who hosts it, who wrote what others may not read.</param>
/// <param name="Touched">The ids of posts that somebody reacted to or keeps, which each member sees their own way.</param>
public sealed record SharedTopicView(TopicView View, IReadOnlySet<long> Apart, IReadOnlySet<long> Touched);
