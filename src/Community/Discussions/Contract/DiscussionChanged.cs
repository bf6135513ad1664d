using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>Something visible changed in a discussion; <see cref="ChangeNumber"/> is the highest change of the act.</summary>
public sealed record DiscussionChanged(long DiscussionId, ContentKind SubjectKind) : IHeardEverywhere
{
    public long ChangeNumber { get; set; }
}
