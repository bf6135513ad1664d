namespace Community.Ideas.Votes;

/// <summary>What the team passed on for somebody who is not here. Stands apart from the votes and is never counted as people.</summary>
public sealed class ProxyVote
{
    public required long Id { get; init; }

    public required long IdeaId { get; init; }

    /// <summary>Who of the team passed it on.</summary>
    public required long ById { get; init; }

    /// <summary>For whom; only the staff sees it. Empty once taken back.</summary>
    public required string Name { get; set; }

    /// <summary>Where it was said; only the staff sees it. Empty once taken back.</summary>
    public required string Evidence { get; set; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}
