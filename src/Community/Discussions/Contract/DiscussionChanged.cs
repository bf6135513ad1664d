using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>Something visible changed in a discussion; <see cref="ChangeNumber"/> is the highest change of the act.</summary>
public sealed record DiscussionChanged(long DiscussionId, ContentKind SubjectKind) : IHeardEverywhere
{
    public long ChangeNumber { get; set; }

    /// <summary>Whether pages of others that name the subject may be other ones now: its title, its place, or who may read it.</summary>
    public bool IsOfSubject { get; set; }
}
