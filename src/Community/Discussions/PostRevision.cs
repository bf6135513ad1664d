namespace Community.Discussions;

/// <summary>What a post said before an edit.</summary>
public sealed class PostRevision
{
    public required long Id { get; init; }

    public required long PostId { get; init; }

    /// <summary>From 1, in order.</summary>
    public required int Number { get; init; }

    public required string Body { get; set; }

    /// <summary>The subject's title before the edit, where post 1 was edited together with it.</summary>
    public string? Title { get; set; }

    public string? Tags { get; set; }

    public required long EditorId { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether moderators alone may read this text.</summary>
    public bool IsHidden { get; set; }
}
