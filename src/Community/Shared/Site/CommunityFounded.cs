using Community.Data;

namespace Community.Shared.Site;

/// <summary>The community has got its owner. Capabilities put down here what a first day needs, where it is missing.</summary>
public sealed record CommunityFounded : IEvent;
