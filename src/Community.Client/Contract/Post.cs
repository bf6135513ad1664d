using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>What can be seen of a post.</summary>
[JsonConverter(typeof(OpenEnum<PostState>))]
public enum PostState
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Read by everybody who may read the topic or idea.</summary>
    Visible,

    /// <summary>Waits for a moderator.</summary>
    Held,

    /// <summary>Hidden by the staff; can come back.</summary>
    Hidden,

    /// <summary>Its author took it away.</summary>
    RemovedByAuthor,

    /// <summary>The staff took it away.</summary>
    RemovedByStaff,

    /// <summary>Its author was erased.</summary>
    Erased,

    /// <summary>A number that held nothing when it was imported.</summary>
    Gap,

    /// <summary>Stands elsewhere now.</summary>
    Moved,
}

/// <summary>A reaction.</summary>
[JsonConverter(typeof(OpenEnum<ReactionKind>))]
public enum ReactionKind
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>❤</summary>
    Heart,

    /// <summary>👍</summary>
    Like,

    /// <summary>😄</summary>
    Laugh,

    /// <summary>😮</summary>
    Wow,

    /// <summary>👏</summary>
    Clap,

    /// <summary>🎉</summary>
    Celebrate,
}

/// <summary>A post as the token's member may see it.</summary>
public record Post
{
    /// <summary>Opaque and lasting; also the permalink <c>/p/{id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its number in the topic or under the idea, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What can be seen of it.</summary>
    public required PostState State { get; init; }

    /// <summary>Null where nobody is known.</summary>
    public required Person? Author { get; init; }

    /// <summary>The text rendered; empty where there is only a tombstone.</summary>
    public required string Html { get; init; }

    /// <summary>The language of the text, where it could be told.</summary>
    public required string? Language { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was edited last, but for slips mended at once.</summary>
    public required DateTimeOffset? EditedAt { get; init; }

    /// <summary>Given by the brand or the staff as such.</summary>
    public required bool IsOfficial { get; init; }

    /// <summary>The number of the post that this one answers.</summary>
    public required int? ReplyToNumber { get; init; }

    /// <summary>How many of each kind; kinds that nobody gave are left out.</summary>
    public required IReadOnlyDictionary<ReactionKind, int> Reactions { get; init; }

    /// <summary>The member's own reaction.</summary>
    public required ReactionKind? MyReaction { get; init; }
}

/// <summary>A post by itself.</summary>
public sealed record PostDetails : Post
{
    /// <summary>The number of its topic; 0 where it stands under an idea.</summary>
    public required long TopicNumber { get; init; }

    /// <summary>The number of its idea; null where it stands in a topic.</summary>
    public long? IdeaNumber { get; init; }

    /// <summary>The text as it was typed; empty where there is only a tombstone.</summary>
    public required string Markdown { get; init; }

    /// <summary>The version of the text, which is also the entity tag that an edit sends as <c>If-Match</c>.</summary>
    public required int Version { get; init; }
}

/// <summary>A reply to write.</summary>
/// <param name="Markdown">Its text.</param>
/// <param name="ReplyToNumber">The number of the post that it answers, where it answers one.</param>
public sealed record NewPost(string Markdown, int? ReplyToNumber = null);

/// <summary>A reply that was written.</summary>
/// <param name="Id">Of the post.</param>
/// <param name="Number">In its topic or under its idea.</param>
/// <param name="IsHeld">Whether it waits for a moderator before others see it.</param>
public sealed record WrittenPost(string Id, int Number, bool IsHeld);

/// <summary>Another text for a post.</summary>
/// <param name="Markdown">The new text.</param>
/// <param name="Title">With an opening: the new title of the topic or idea; null leaves it.</param>
/// <param name="Tags">With an opening: its new tags; null leaves them.</param>
/// <param name="Reason">Shown in the history; needed for another person's post.</param>
public sealed record PostEdit(string Markdown, string? Title = null, IReadOnlyList<string>? Tags = null, string? Reason = null);

/// <summary>The reaction that a member wants to have given.</summary>
/// <param name="Kind">One of the six.</param>
public sealed record Reaction(ReactionKind Kind);

/// <summary>A post as the beginning of an answer.</summary>
/// <param name="Markdown">Its words in a quote that keeps its id.</param>
public sealed record Quote(string Markdown);

/// <summary>A post among those of one member.</summary>
public sealed record MemberPost
{
    /// <summary>Of the post.</summary>
    public required string Id { get; init; }

    /// <summary>In its discussion.</summary>
    public required int Number { get; init; }

    /// <summary>The text rendered.</summary>
    public required string Html { get; init; }

    /// <summary>The language of the text, where it could be told.</summary>
    public required string? Language { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it was accepted as the answer of its topic.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>What its discussion stands under: a topic or an idea.</summary>
    public required ContentKind Kind { get; init; }

    /// <summary>The public number of that.</summary>
    public required long SubjectNumber { get; init; }

    /// <summary>The title of that.</summary>
    public required string SubjectTitle { get; init; }

    /// <summary>The forum or board where that stands.</summary>
    public required ForumLine Place { get; init; }
}

/// <summary>One state of a post's text.</summary>
public sealed record Revision
{
    /// <summary>From 1, the first text.</summary>
    public required int Number { get; init; }

    /// <summary>With an opening: the topic's title then.</summary>
    public required string? Title { get; init; }

    /// <summary>With an opening: the topic's tags then, with commas between them.</summary>
    public required string? Tags { get; init; }

    /// <summary>The text; empty where it was taken out of the history.</summary>
    public required string Markdown { get; init; }

    /// <summary>When it came to be.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The handle of whoever brought it about, where that is known.</summary>
    public required string? By { get; init; }

    /// <summary>What they gave as the reason.</summary>
    public required string? Reason { get; init; }

    /// <summary>A moderator took it out of the history.</summary>
    public required bool IsHidden { get; init; }
}
