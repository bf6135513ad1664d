using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>A post was hidden, removed, restored or let through. One post an act: handlers count on it.</summary>
public sealed record PostStateChanged(
    long PostId, long DiscussionId, ContentKind SubjectKind, int Number, long? AuthorId, bool WasVisible, bool WasHeld, bool IsVisible) : IEvent;
