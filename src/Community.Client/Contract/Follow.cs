using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>What can be followed or muted.</summary>
[JsonConverter(typeof(OpenEnum<FollowKind>))]
public enum FollowKind
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary>A forum.</summary>
    Forum,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>An idea.</summary>
    Idea,
}

/// <summary>How much a member wants to hear.</summary>
[JsonConverter(typeof(OpenEnum<FollowLevel>))]
public enum FollowLevel
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Vanishes from lists, and is never counted as unread.</summary>
    Muted,

    /// <summary>As for everybody who has said nothing. Said of a topic, it goes before what was said of its forum and tags.</summary>
    Normal,

    /// <summary>What is new counts however old it is.</summary>
    Tracking,

    /// <summary>As tracking, and every post is told.</summary>
    Watching,
}

/// <summary>What a member said about a topic, a forum, a tag or an idea.</summary>
public sealed record Follow
{
    /// <summary>What it is.</summary>
    public required FollowKind Kind { get; init; }

    /// <summary>The opaque id of the topic, the forum, the tag or the idea.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called and where it is; null where it is gone for this member.</summary>
    public required Place? Where { get; init; }

    /// <summary>What was said.</summary>
    public required FollowLevel Level { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it came with a post of theirs, and not by a choice.</summary>
    public required bool IsAutomatic { get; init; }
}

/// <summary>How much a member wants to hear of something.</summary>
/// <param name="Level">One of the four.</param>
public sealed record WantedFollow(FollowLevel Level);
