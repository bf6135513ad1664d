using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>The order of a list of topics.</summary>
[JsonConverter(typeof(OpenEnum<TopicSort>))]
public enum TopicSort
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>The last post first.</summary>
    Latest,

    /// <summary>The last started first.</summary>
    Newest,

    /// <summary>The most reacted to lately first.</summary>
    Hot,

    /// <summary>Those without a reply, the last started first.</summary>
    Unanswered,
}

/// <summary>A topic as a line of a list.</summary>
public record Topic
{
    /// <summary>Its public number, which stands in its address and never changes.</summary>
    public required long Number { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>The title for the address.</summary>
    public required string Slug { get; init; }

    /// <summary>The language of the text, <c>ja</c>, <c>en</c> or null where it could not be told.</summary>
    public required string? Language { get; init; }

    /// <summary>Where it stands.</summary>
    public required ForumLine Forum { get; init; }

    /// <summary>Who started it; null where that is a person without a name here.</summary>
    public required Person? Author { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last post came.</summary>
    public required DateTimeOffset LastPostAt { get; init; }

    /// <summary>Visible replies.</summary>
    public required int ReplyCount { get; init; }

    /// <summary>The highest number that a post of it has.</summary>
    public required int LastNumber { get; init; }

    /// <summary>Stands before the others of its forum.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>Takes no reply.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>A reply was accepted as the answer.</summary>
    public required bool IsSolved { get; init; }

    /// <summary>In the author's order.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>How many posts came since the member was here; null where they never were, and in <see cref="TopicDetails"/>.</summary>
    public int? NewPosts { get; init; }
}

/// <summary>A topic by itself.</summary>
public sealed record TopicDetails : Topic
{
    /// <summary>The opaque id of the topic.</summary>
    public required string Id { get; init; }

    /// <summary>The accepted reply.</summary>
    public required string? AnswerPostId { get; init; }

    /// <summary>Raised by every visible change of the topic or one of its posts.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>The number up to which the member has read; null where they were never here.</summary>
    public required int? ReadUpTo { get; init; }

    /// <summary>How much the member wants to hear of it.</summary>
    public FollowLevel Follow { get; init; } = FollowLevel.Normal;

    /// <summary>How it is run as a live thread; null where it is none.</summary>
    public LiveState? Live { get; init; }
}

/// <summary>A topic to start.</summary>
/// <param name="Title">One line.</param>
/// <param name="Markdown">The opening post.</param>
/// <param name="Tags">Names, in the wanted order.</param>
public sealed record NewTopic(string Title, string Markdown, IReadOnlyList<string>? Tags = null);

/// <summary>A topic that was started.</summary>
/// <param name="Number">Its public number.</param>
/// <param name="Slug">Its title for the address.</param>
/// <param name="IsHeld">Whether it waits for a moderator before others see it.</param>
public sealed record StartedTopic(long Number, string Slug, bool IsHeld);

/// <summary>Which reply solved a topic.</summary>
/// <param name="PostId">A reply of the topic.</param>
public sealed record Answer(string PostId);

/// <summary>Moves a topic.</summary>
/// <param name="Forum">The slug of the forum that it goes to.</param>
/// <param name="Reason">For the log.</param>
public sealed record TopicMove(string Forum, string Reason);

/// <summary>Why the staff does something; kept in the log.</summary>
/// <param name="Reason">A sentence.</param>
public sealed record Because(string Reason);
