using Community.Shared;

namespace Community.Forums;

/// <summary>A forum as a topic's line names it.</summary>
public sealed record ForumSummary(long Id, string Slug, LocalizedText Name, int Hue);
