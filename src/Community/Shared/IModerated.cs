using Community.Data;

namespace Community.Shared;

/// <summary>What the moderators' desk can bring content to.</summary>
public enum ContentState
{
    Visible,
    Held,
    Hidden,
    Removed,
}

/// <summary>The moderation port: what the desk needs of a kind of content that can be reported, held and hidden. One per kind.</summary>
public interface IModerated
{
    ContentKind Kind { get; }

    /// <summary>Those of the ids that the actor may see, in no order.</summary>
    Task<IReadOnlyList<ModeratedItem>> Find(CommunityDb db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken cancel);

    /// <summary>What waits for approval with an id above <paramref name="after"/>, oldest first.</summary>
    Task<IReadOnlyList<ModeratedItem>> Held(CommunityDb db, Actor actor, long after, int count, CancellationToken cancel);

    Task<int> HeldCount(CommunityDb db, CancellationToken cancel);

    /// <summary>Approves or restores, hides, removes: an act of its own, with its own rules and its own log entry.</summary>
    /// <param name="from">The state that the decision was made in; another one by now is a conflict.</param>
    Task<Result<Done>> Bring(Actor actor, long id, ContentState from, ContentState to, string? reason, CancellationToken cancel);
}

/// <param name="Excerpt">The beginning of its plain text, on one line.</param>
public sealed record ModeratedItem(ContentRef Content, long? AuthorId, string Excerpt, ContentState State, DateTimeOffset At);
