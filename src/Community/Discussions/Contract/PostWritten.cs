using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>A post was added to a discussion; <paramref name="Number"/> 1 is the subject's own text.</summary>
public sealed record PostWritten(
    long PostId, long DiscussionId, ContentKind SubjectKind, int Number, long AuthorId, bool IsVisible) : IEvent;
