using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>What a search looks for.</summary>
[JsonConverter(typeof(OpenEnum<SearchScope>))]
public enum SearchScope
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>Topics, by their title and first post.</summary>
    Topics,

    /// <summary>Ideas, by their title and text.</summary>
    Ideas,

    /// <summary>Posts of all kinds of discussions, those that begin one included.</summary>
    Posts,

    /// <summary>Tags, by the beginning of a word in their name.</summary>
    Tags,

    /// <summary>Members, likewise.</summary>
    Members,
}

/// <summary>The order of what was found.</summary>
[JsonConverter(typeof(OpenEnum<SearchOrder>))]
public enum SearchOrder
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>What fits best first.</summary>
    Relevance,

    /// <summary>What was written last first.</summary>
    Newest,
}

/// <summary>One page of what was found.</summary>
public sealed record Found
{
    /// <summary>In order; each has one of <see cref="FoundItem.Post"/>, <see cref="FoundItem.Tag"/> and <see cref="FoundItem.Member"/>.</summary>
    public required IReadOnlyList<FoundItem> Items { get; init; }

    /// <summary>The opaque cursor that asks for the stretch after this one, as <c>after</c>; null at the end.</summary>
    public required string? Next { get; init; }

    /// <summary>How many there are; at least so many where <see cref="IsCounted"/> is not set.</summary>
    public required int Count { get; init; }

    /// <summary>Whether that is all of them.</summary>
    public required bool IsCounted { get; init; }

    /// <summary>Nothing has all of the words: these have some.</summary>
    public required bool IsWider { get; init; }

    /// <summary>Another line to search for, where a word is not known and one like it is.</summary>
    public required string? DidYouMean { get; init; }
}

/// <summary>One thing that was found.</summary>
/// <param name="Post">A post, or a topic or idea by its first post.</param>
/// <param name="Tag">A tag.</param>
/// <param name="Member">A member.</param>
public sealed record FoundItem(FoundPost? Post, FoundTag? Tag, FoundMember? Member);

/// <summary>A post that was found.</summary>
public sealed record FoundPost
{
    /// <summary>Of the post.</summary>
    public required string PostId { get; init; }

    /// <summary>What its discussion stands under: a topic or an idea.</summary>
    public required ContentKind Kind { get; init; }

    /// <summary>In its discussion; 1 is the topic or idea itself.</summary>
    public required int Number { get; init; }

    /// <summary>The public number of the topic or idea.</summary>
    public required long SubjectNumber { get; init; }

    /// <summary>The title of the topic or idea for the address.</summary>
    public required string SubjectSlug { get; init; }

    /// <summary>The title of the topic or idea.</summary>
    public required MarkedText Title { get; init; }

    /// <summary>The language of the title, or null where it could not be told.</summary>
    public required string? TitleLanguage { get; init; }

    /// <summary>The part of the post that fits best.</summary>
    public required MarkedText Text { get; init; }

    /// <summary>The language of the text, or null where it could not be told.</summary>
    public required string? Language { get; init; }

    /// <summary>Who wrote it; null where that is a person without a name here.</summary>
    public required Person? Author { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The forum or board where it stands.</summary>
    public required ForumLine Place { get; init; }

    /// <summary>Whether a reply solved the topic.</summary>
    public required bool IsSolved { get; init; }

    /// <summary>How many visible replies or comments it has.</summary>
    public required int ReplyCount { get; init; }

    /// <summary>How many back it, where it is an idea.</summary>
    public required int? BackerCount { get; init; }
}

/// <summary>A tag that was found.</summary>
/// <param name="Name">As its first user wrote it.</param>
/// <param name="Key">Stands in its address.</param>
/// <param name="Count">How many topics and ideas that may be read carry it.</param>
public sealed record FoundTag(MarkedText Name, string Key, int Count);

/// <summary>A member who was found.</summary>
/// <param name="Person">Who they are.</param>
/// <param name="Name">What they want to be called.</param>
/// <param name="PostCount">Their visible posts.</param>
public sealed record FoundMember(Person Person, MarkedText Name, int PostCount);

/// <summary>A plain text on one line, and what in it was looked for.</summary>
/// <param name="Text">With "…" where it was cut.</param>
/// <param name="Marks">In order and apart.</param>
public sealed record MarkedText(string Text, IReadOnlyList<TextMark> Marks);

/// <summary>A place in a text, in UTF-16 units.</summary>
/// <param name="Start">From 0.</param>
/// <param name="Length">At least 1.</param>
public sealed record TextMark(int Start, int Length);
