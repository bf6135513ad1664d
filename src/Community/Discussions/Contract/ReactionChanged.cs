using Community.Data;
using Community.Shared;

namespace Community.Discussions.Contract;

/// <summary>A member reacted, took a reaction back, or changed it for another.</summary>
/// <param name="PostId">The post reacted to.</param>
/// <param name="DiscussionId">Where it stands.</param>
/// <param name="SubjectKind">What the discussion is about.</param>
/// <param name="AuthorId">Who wrote the post; null for nobody known.</param>
/// <param name="MemberId">Who reacted.</param>
/// <param name="TakenBack">When the entry was made that counts no longer; null where there was none.</param>
/// <param name="Given">When the new entry was made; null where there is none.</param>
public sealed record ReactionChanged(
    long PostId, long DiscussionId, ContentKind SubjectKind, long? AuthorId, long MemberId, DateTimeOffset? TakenBack, DateTimeOffset? Given) : IEvent;
