namespace Community.Ideas.Ranking;

/// <summary>How many people began to back an idea within a period, for the lists of a period. Recomputable from the votes.</summary>
public sealed class IdeaTop
{
    public required long IdeaId { get; init; }

    /// <summary>What <see cref="TopPeriod"/> calls it.</summary>
    public required string Period { get; init; }

    public required long BoardId { get; set; }

    public int Backers { get; set; }
}
