using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>A post says something else now; a grace edit included.</summary>
public sealed record PostEdited(
    long PostId, long DiscussionId, ContentKind SubjectKind, int Number, long? AuthorId, long EditorId) : IEvent;
