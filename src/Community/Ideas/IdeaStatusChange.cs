namespace Community.Ideas;

/// <summary>An entry of an idea's history.</summary>
public sealed class IdeaStatusChange
{
    public required long Id { get; init; }

    public required long IdeaId { get; init; }

    public required IdeaStatus From { get; init; }

    /// <summary>The same as <see cref="From"/> for an answer that changes nothing else.</summary>
    public required IdeaStatus To { get; init; }

    /// <summary>Null where it followed from something else, such as a moderator's approval.</summary>
    public required long? ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The official text that came with it.</summary>
    public long? PostId { get; init; }
}
