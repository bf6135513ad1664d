using Community.Data;

namespace Community.Discussions.Contract;

/// <summary>Tags were given for the first time, or are gone.</summary>
public sealed record TagsChanged(IReadOnlyList<long> TagIds) : IEvent;
