namespace Community.Client;

/// <summary>A forum, or a board of ideas, as a line names it.</summary>
/// <param name="Slug">Stands in its address.</param>
/// <param name="Name">In both languages.</param>
public sealed record ForumLine(string Slug, LocalizedText Name);

/// <summary>A forum in the tree.</summary>
public sealed record Forum
{
    /// <summary>Opaque and lasting; a slug may change.</summary>
    public required string Id { get; init; }

    /// <summary>Stands in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>In both languages.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What belongs here.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>One of twelve hues, 0 to 11.</summary>
    public required int Hue { get; init; }

    /// <summary>Who reads it: <c>everyone</c>, <c>members</c>, <c>trusted</c>, <c>staff</c> or <c>moderators</c>.</summary>
    public required string ReadAudience { get; init; }

    /// <summary>Who answers in it; <c>nobody</c> is possible, <c>everyone</c> is not.</summary>
    public required string ReplyAudience { get; init; }

    /// <summary>Who starts topics in it.</summary>
    public required string StartAudience { get; init; }

    /// <summary>Nothing new is written in it.</summary>
    public required bool IsArchived { get; init; }

    /// <summary>Visible topics.</summary>
    public required int TopicCount { get; init; }

    /// <summary>Visible posts.</summary>
    public required int PostCount { get; init; }

    /// <summary>The forums below it, in order.</summary>
    public required IReadOnlyList<Forum> Children { get; init; }
}

/// <summary>What an administrator chooses about a forum.</summary>
/// <param name="Slug">Small Latin letters, digits and single hyphens.</param>
/// <param name="Name">At least one language.</param>
/// <param name="Description">One or two lines; may be left out.</param>
/// <param name="Hue">0 to 11.</param>
/// <param name="Parent">The slug of a forum of the first level; null for that level.</param>
/// <param name="ReadAudience">Who reads it.</param>
/// <param name="ReplyAudience">Who answers in it.</param>
/// <param name="StartAudience">Who starts topics in it.</param>
public sealed record ForumSettings(
    string Slug, LocalizedText Name, LocalizedText? Description, int Hue, string? Parent, string ReadAudience, string ReplyAudience, string StartAudience);

/// <summary>Puts a forum elsewhere among its neighbours.</summary>
/// <param name="Position">From 0.</param>
public sealed record ForumPosition(int Position);
