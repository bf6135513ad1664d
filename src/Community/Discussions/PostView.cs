using Community.Members;

namespace Community.Discussions;

/// <summary>A post as a certain reader may see it; without a text where a tombstone stands.</summary>
public sealed record PostView
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required PostState State { get; init; }

    /// <summary>That of the discussion's last change that touched it.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>Null for a gap of an import.</summary>
    public required MemberSummary? Author { get; init; }

    /// <summary>Empty where the reader sees a tombstone.</summary>
    public required string Html { get; init; }

    public required string? Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the date is only that of its import.</summary>
    public bool IsDateUnknown { get; init; }

    public required DateTimeOffset? EditedAt { get; init; }

    public required bool IsOfficial { get; init; }

    public required int? ReplyToNumber { get; init; }

    /// <summary>Who wrote the post that this one answers; null where that is a gap.</summary>
    public required string? ReplyToName { get; init; }

    public required ReactionCounts Reactions { get; init; }

    public required long? MovedToId { get; init; }

    /// <summary>The reader's own reaction.</summary>
    public ReactionKind? Mine { get; init; }

    /// <summary>Whether the reader has kept it for later.</summary>
    public bool IsBookmarked { get; init; }

    /// <summary>Whether the text is shown to this reader, if only to them and the staff.</summary>
    public bool IsShown { get; init; } = true;

    public bool IsVisible => State == PostState.Visible;
}
