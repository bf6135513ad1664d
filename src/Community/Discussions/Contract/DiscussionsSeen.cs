using Community.Data;

namespace Community.Discussions.Contract;

/// <summary>People saw discussions: members for the first time, visitors for the first time that day.</summary>
/// <param name="People">How many more, by the id of the discussion.</param>
public sealed record DiscussionsSeen(IReadOnlyDictionary<long, int> People) : IEvent;
