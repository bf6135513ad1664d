namespace Community.Ideas.Merging;

/// <summary>That an idea is told together with another one. Taking it back ends the link; nothing was moved.</summary>
public sealed class IdeaMerge
{
    public required long Id { get; init; }

    public required long SourceId { get; init; }

    public required long TargetId { get; init; }

    /// <summary>What the source goes back to.</summary>
    public required IdeaStatus StatusBefore { get; init; }

    public required long ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public long? UndoneById { get; set; }
}
