using Community.Data;

namespace Community.Discussions.Contract;

/// <summary>The words of a post are gone for good, with its author.</summary>
public sealed record PostErased(long PostId) : IEvent;
