using Community.Data;

namespace Community.Discussions;

/// <summary>One post of a discussion.</summary>
public sealed class Post : Entity
{
    public required long DiscussionId { get; init; }

    /// <summary>From 1, dense in its discussion, never reused.</summary>
    public required int Number { get; init; }

    /// <summary>Null for a gap of an import.</summary>
    public required long? AuthorId { get; init; }

    public PostState State { get; set; }

    /// <summary>The text rendered, made when it was written.</summary>
    public required string Html { get; set; }

    /// <summary>Markdown as it was typed.</summary>
    public required string Body { get; set; }

    /// <summary>The language of the text, detected or corrected; null where it could not be told.</summary>
    public string? Language { get; set; }

    /// <summary>The number of the post that this one answers; it may be a tombstone.</summary>
    public int? ReplyToNumber { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last edit outside the grace time; null where there is none.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    public int RevisionCount { get; set; }

    /// <summary>Written by somebody of the brand or the staff, as such.</summary>
    public bool IsOfficial { get; set; }

    /// <summary>The version of the text that an edit starts from; raised by every edit.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The discussion's change that touched this post last.</summary>
    public long ChangeNumber { get; set; }

    public ReactionCounts Reactions { get; init; } = new();

    public long? MovedToId { get; set; }

    public DateTimeOffset? StateChangedAt { get; set; }

    /// <summary>Whether the imported text stood in HTML and was turned into Markdown.</summary>
    public bool IsConverted { get; init; }

    /// <summary>Whether its source has no date for it: the one here is the day of its import.</summary>
    public bool IsDateUnknown { get; init; }

    public bool IsVisible => State == PostState.Visible;

    public void Happened(IEvent happened) => Raise(happened);
}
