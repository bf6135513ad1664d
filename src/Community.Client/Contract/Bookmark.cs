namespace Community.Client;

/// <summary>A post that the member keeps for later. Nobody else sees it.</summary>
public sealed record Bookmark
{
    /// <summary>Of the post; it stays when the post can no longer be read.</summary>
    public required string PostId { get; init; }

    /// <summary>Null where the member may not read it any more, or it is gone.</summary>
    public required BookmarkedPost? Post { get; init; }

    /// <summary>Why it is kept; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>The day of the reminder, in the member's own calendar; null for none.</summary>
    public required DateOnly? RemindOn { get; init; }

    /// <summary>When the reminder was dealt with; null where it is still to come.</summary>
    public required DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Since when it is kept.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What is told of a post that is kept.</summary>
public sealed record BookmarkedPost
{
    /// <summary>In its topic.</summary>
    public required int Number { get; init; }

    /// <summary>How it begins, as plain text.</summary>
    public required string Excerpt { get; init; }

    /// <summary>The language of the text, where it could be told.</summary>
    public required string? Language { get; init; }

    /// <summary>What its author is called; null where they are gone.</summary>
    public required string? Author { get; init; }

    /// <summary>What it stands in.</summary>
    public required Place? Within { get; init; }
}

/// <summary>Something with a name and an address.</summary>
/// <param name="Name">What it is called, in each language.</param>
/// <param name="Path">Its address inside the site.</param>
public sealed record Place(LocalizedText Name, string Path);

/// <summary>How a post is to be kept. What is left out is none.</summary>
/// <param name="Note">For the member alone.</param>
/// <param name="RemindOn">A day to come, when a mail reminds of it.</param>
public sealed record NewBookmark(string? Note = null, DateOnly? RemindOn = null);
