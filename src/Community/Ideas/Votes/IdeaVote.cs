namespace Community.Ideas.Votes;

/// <summary>How much an idea matters to whoever backs it.</summary>
public enum Importance
{
    Nice,
    Important,
    Essential,
}

/// <summary>An entry of the votes' ledger. What is changed or taken back is an entry that was undone; rows are never deleted.</summary>
public sealed class IdeaVote
{
    public required long Id { get; init; }

    public required long IdeaId { get; init; }

    /// <summary>Whoever was erased stays as a former member: counted, and named nowhere.</summary>
    public required long MemberId { get; init; }

    public Importance? Importance { get; init; }

    /// <summary>In their own words.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether a moderator took the reason out of sight. The vote counts as before.</summary>
    public bool IsReasonHidden { get; set; }

    /// <summary>Whether it was given where only the team sees who backs what: that stays so, wherever the idea is told later.</summary>
    public bool IsForTeam { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Since when they back the idea: another importance does not make it hot again.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it began to count; null while the account is not confirmed or too young.</summary>
    public DateTimeOffset? CountedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}
